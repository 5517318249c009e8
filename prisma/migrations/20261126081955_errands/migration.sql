-- CreateTable
CREATE TABLE "Errand" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "accountExternalId" TEXT NOT NULL,
    "chatExternalId" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "cursor" TEXT,
    "since" TIMESTAMPTZ(3),
    "found" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leasedUntil" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Errand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServerBeat" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServerBeat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Errand_kind_accountExternalId_chatExternalId_key" ON "Errand"("kind", "accountExternalId", "chatExternalId");

-- CreateIndex
CREATE INDEX "Errand_waiting_idx" ON "Errand" ("dueAt") WHERE "state" = 'waiting';
