-- An inbox is what an account has in one folder; nearly every account has one. The lists of an account and of a network are read inbox by
-- inbox, so that each list needs two indexes, the whole one and the one by inbox, whatever it is narrowed by.

UPDATE "Chat" SET "folder" = 'INBOX' WHERE "folder" IS NULL;
ALTER TABLE "Chat" ALTER COLUMN "folder" SET DEFAULT 'INBOX', ALTER COLUMN "folder" SET NOT NULL;

DROP INDEX "Chat_listed_account_idx";
DROP INDEX "Chat_listed_provider_idx";
DROP INDEX "Chat_unread_account_idx";
DROP INDEX "Chat_unread_provider_idx";

-- all chats and the unread ones, newest activity first
CREATE INDEX "Chat_listed_inbox_idx" ON "Chat" ("accountId", "folder", "lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL;
CREATE INDEX "Chat_unread_inbox_idx" ON "Chat" ("accountId", "folder", "lastActivityAt" DESC, "id" DESC) WHERE "lastActivityAt" IS NOT NULL AND "unreadCount" > 0;
-- the waiting queue, and what of it is unread, longest waiting first
CREATE INDEX "Chat_waiting_inbox_idx" ON "Chat" ("accountId", "folder", "waitingSince", "id") WHERE "waitingSince" IS NOT NULL;
CREATE INDEX "Chat_waiting_unread_idx" ON "Chat" ("waitingSince", "id") WHERE "waitingSince" IS NOT NULL AND "unreadCount" > 0;
CREATE INDEX "Chat_waiting_unread_inbox_idx" ON "Chat" ("accountId", "folder", "waitingSince", "id") WHERE "waitingSince" IS NOT NULL AND "unreadCount" > 0;
