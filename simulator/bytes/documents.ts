/** Files of words: a one-page PDF, a contact card, a table. */

export function toPdf(title: string, lines: readonly string[]): Uint8Array {
  const shown = [title, "", ...lines].map((line, index) => {
    const move = index === 0 ? "/F1 20 Tf 56 770 Td" : `/F1 12 Tf 0 ${index === 1 ? "-16" : "-20"} Td`;
    return `${move} (${escape(line)}) Tj`;
  });
  const content = `BT ${shown.join("\n")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  return Buffer.from(withTable(objects), "latin1");
}

function withTable(objects: readonly string[]): string {
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  return `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`;
}

function escape(line: string): string {
  return line.replace(/[\\()]/g, (sign) => `\\${sign}`);
}

export function toContactCard(name: string, phone: string): Uint8Array {
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${name}`,
    `N:${name};;;;`,
    `TEL;TYPE=CELL:${phone}`,
    "END:VCARD",
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "utf8");
}

export function toCsv(rows: readonly (readonly string[])[]): Uint8Array {
  return Buffer.from(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n"),
    "utf8",
  );
}
