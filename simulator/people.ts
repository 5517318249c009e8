/** People and accounts with the ids each network gives them. All numbers are of the kind reserved for fiction. */
import type { KnownProvider } from "@/domain/inbox";
import type { Random } from "./random";
import type { VendorAccount, VendorPerson } from "./world";
import { digits } from "./world";

export type PersonDraft = {
  name: string;
  provider: KnownProvider;
  occupation?: string;
  isSelf?: boolean;
  phoneNumber?: string;
};

export function createPerson(random: Random, draft: PersonDraft): VendorPerson {
  const common = { id: random.id(), name: draft.name, isSelf: draft.isSelf ?? false };
  switch (draft.provider) {
    case "WHATSAPP":
      return { ...common, ...onWhatsapp(random, draft) };
    case "LINKEDIN":
      return { ...common, ...onLinkedin(random, draft) };
    case "INSTAGRAM":
    case "MESSENGER":
    case "TELEGRAM":
    case "TWITTER":
      return { ...common, ...onOthers(random, draft) };
  }
}

type Identity = Pick<VendorPerson, "providerId" | "publicIdentifier" | "profileUrl" | "specifics">;

function onWhatsapp(random: Random, { phoneNumber }: PersonDraft): Identity {
  const phone = phoneNumber ?? fictionalPhone(random);
  const lid = `${digits(random, 11)}@lid`;
  return {
    providerId: lid,
    publicIdentifier: `${phone}@s.whatsapp.net`,
    profileUrl: "",
    specifics: { provider: "WHATSAPP", phone_number: `+${phone}`, lid },
  };
}

function onLinkedin(random: Random, { occupation }: PersonDraft): Identity {
  const providerId = `ACoAA${random.id()}${random.id().slice(0, 12)}`;
  return {
    providerId,
    publicIdentifier: `postroom-demo-${digits(random, 8)}`,
    profileUrl: `https://www.linkedin.com/in/${providerId}/`,
    specifics: {
      provider: "LINKEDIN",
      member_urn: `urn:li:member:${digits(random, 10)}`,
      occupation: occupation ?? "",
      network_distance: "FIRST_DEGREE",
      is_company: false,
    },
  };
}

function onOthers(random: Random, { provider }: PersonDraft): Identity {
  const providerId = digits(random, provider === "TWITTER" ? 19 : 15);
  const publicIdentifier = `postroom_demo_${providerId.slice(-6)}`;
  const hasHandle = provider === "INSTAGRAM" || provider === "TWITTER";
  return { providerId, publicIdentifier: hasHandle ? publicIdentifier : null, profileUrl: "", specifics: null };
}

/** North American 555-01xx and British 07700 900xxx numbers are never given to anyone. */
function fictionalPhone(random: Random): string {
  const isBritish = random.chance(0.5);
  if (isBritish) return `447700900${String(random.integer(100, 999))}`;
  return `1${random.pick(["202", "312", "415", "503", "617"])}55501${String(random.integer(10, 99))}`;
}

export type AccountDraft = {
  id: string;
  provider: KnownProvider;
  name: string;
  feature?: string;
  phoneNumber?: string;
  createdAt: string;
};

export function createAccount(random: Random, draft: AccountDraft): VendorAccount {
  const { id, provider, name, createdAt } = draft;
  const phone = draft.phoneNumber === undefined ? {} : { phoneNumber: draft.phoneNumber };
  const self = createPerson(random, { name, provider, isSelf: true, ...phone });
  return {
    id,
    provider,
    name,
    createdAt,
    self,
    feature: draft.feature ?? null,
    userId: provider === "WHATSAPP" ? null : self.providerId,
    phoneNumber: draft.phoneNumber ?? null,
    status: "OK",
  };
}
