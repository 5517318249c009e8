-- What Prisma's schema language has no words for: collation, checks and partial indexes.

ALTER TABLE "Message" ALTER COLUMN "externalId" TYPE TEXT COLLATE "C";

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_state_check" CHECK ("state" IN ('kept', 'applied', 'ignored', 'quarantined'));
ALTER TABLE "Message" ADD CONSTRAINT "Message_direction_check" CHECK ("direction" IN ('incoming', 'outgoing'));
ALTER TABLE "Message" ADD CONSTRAINT "Message_bodyRank_check" CHECK ("bodyRank" BETWEEN 0 AND 3);
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_unreadCount_check" CHECK ("unreadCount" >= 0);
ALTER TABLE "User" ADD CONSTRAINT "User_role_check" CHECK ("role" IN ('owner', 'admin', 'agent', 'viewer'));
ALTER TABLE "User" ADD CONSTRAINT "User_email_check" CHECK ("email" = lower("email"));

-- the list: newest activity first, whole, by account and by provider, and the same three with something unread
CREATE INDEX "Chat_listed_idx" ON "Chat" ("lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL;
CREATE INDEX "Chat_listed_account_idx" ON "Chat" ("accountId", "lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL;
CREATE INDEX "Chat_listed_provider_idx" ON "Chat" ("provider", "lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL;
CREATE INDEX "Chat_unread_idx" ON "Chat" ("lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL AND "unreadCount" > 0;
CREATE INDEX "Chat_unread_account_idx" ON "Chat" ("accountId", "lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL AND "unreadCount" > 0;
CREATE INDEX "Chat_unread_provider_idx" ON "Chat" ("provider", "lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL AND "unreadCount" > 0;
-- the waiting queue: longest waiting first
CREATE INDEX "Chat_waiting_idx" ON "Chat" ("waitingSince", "id") WHERE "waitingSince" IS NOT NULL;

-- a page of the conversation · the chat's last message · its unread count · our last answer
CREATE INDEX "Message_visible_idx" ON "Message" ("chatId", "sentAt" DESC, "externalId" DESC) WHERE "isVisible";
CREATE INDEX "Message_listed_idx" ON "Message" ("chatId", "sentAt" DESC, "externalId" DESC) WHERE "isListed";
CREATE INDEX "Message_unread_idx" ON "Message" ("chatId", "arrivedSequence") WHERE "isCounted" AND "direction" = 'incoming';
CREATE INDEX "Message_answer_idx" ON "Message" ("chatId", "sentAt" DESC, "externalId" DESC) WHERE "isCounted" AND "direction" = 'outgoing';

-- the preview "Ana reacted"
CREATE INDEX "Reaction_latest_idx" ON "Reaction" ("chatId", "at" DESC) WHERE "emoji" IS NOT NULL;
