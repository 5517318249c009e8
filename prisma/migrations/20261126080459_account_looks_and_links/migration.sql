-- CreateTable
CREATE TABLE "AccountLook" (
    "accountId" UUID NOT NULL,
    "colour" TEXT,
    "shortName" TEXT,

    CONSTRAINT "AccountLook_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "AccountLink" (
    "digest" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "accountExternalId" TEXT,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountLink_pkey" PRIMARY KEY ("digest")
);
