/** Who may do what. Asked by routes and pages alike; the tables only keep the role. */
export const roles = ["owner", "admin", "agent", "viewer"] as const;
export type Role = (typeof roles)[number];

/** The person who is signed in, as far as pages know them. */
export type TeamMember = { id: string; name: string; email: string; role: Role };

/** Owners and admins see secrets, deliveries and settings, and may replay. */
export function isAdmin(member: { role: Role }): boolean {
  return member.role === "owner" || member.role === "admin";
}
