-- CreateTable
CREATE TABLE "AccountHour" (
    "accountId" UUID NOT NULL,
    "hour" INTEGER NOT NULL,

    CONSTRAINT "AccountHour_pkey" PRIMARY KEY ("accountId","hour")
);

-- AddForeignKey
ALTER TABLE "AccountHour" ADD CONSTRAINT "AccountHour_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- the rhythm so far, of what is still kept
INSERT INTO "AccountHour" ("accountId", "hour")
SELECT DISTINCT a."id", floor(extract(epoch FROM d."receivedAt") / 3600)::int
FROM "Delivery" d JOIN "Account" a ON a."externalId" = d."accountExternalId"
WHERE d."receivedAt" > now() - interval '28 days';
