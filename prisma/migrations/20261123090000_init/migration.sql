-- CreateTable
CREATE TABLE "Delivery" (
    "id" BIGSERIAL NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "repeatKey" BYTEA,
    "sha256" BYTEA NOT NULL,
    "body" BYTEA NOT NULL,
    "contentType" TEXT,
    "state" TEXT NOT NULL DEFAULT 'kept',
    "reason" TEXT,
    "problems" JSONB,
    "event" TEXT,
    "accountExternalId" TEXT,
    "chatExternalId" TEXT,
    "messageExternalId" TEXT,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryRepeat" (
    "id" BIGSERIAL NOT NULL,
    "repeatKey" BYTEA NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "count" INTEGER NOT NULL,

    CONSTRAINT "DeliveryRepeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "providers" JSONB NOT NULL DEFAULT '[]',
    "provider" TEXT NOT NULL,
    "features" JSONB NOT NULL DEFAULT '[]',
    "feature" TEXT,
    "names" JSONB NOT NULL DEFAULT '[]',
    "name" TEXT,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL DEFAULT 'unknown',
    "rawState" TEXT,
    "stateSequence" BIGINT NOT NULL DEFAULT 0,
    "lastEventAt" TIMESTAMPTZ(3),
    "isTest" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendee" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "names" JSONB NOT NULL DEFAULT '[]',
    "name" TEXT,
    "profileUrls" JSONB NOT NULL DEFAULT '[]',
    "profileUrl" TEXT,
    "providerIds" JSONB NOT NULL DEFAULT '[]',
    "providerId" TEXT,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "isSelf" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Attendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chat" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerIds" JSONB NOT NULL DEFAULT '[]',
    "providerId" TEXT,
    "isGroup" BOOLEAN NOT NULL DEFAULT false,
    "titles" JSONB NOT NULL DEFAULT '[]',
    "title" TEXT,
    "folders" JSONB NOT NULL DEFAULT '[]',
    "folder" TEXT,
    "readThroughAt" TIMESTAMPTZ(3),
    "readSequence" BIGINT NOT NULL DEFAULT 0,
    "lastActivityAt" TIMESTAMPTZ(3),
    "lastMessageId" UUID,
    "unreadCount" INTEGER NOT NULL DEFAULT 0,
    "waitingSince" TIMESTAMPTZ(3),

    CONSTRAINT "Chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatAttendee" (
    "chatId" UUID NOT NULL,
    "attendeeId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "ChatAttendee_pkey" PRIMARY KEY ("chatId","attendeeId")
);

-- CreateTable
CREATE TABLE "Message" (
    "chatId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "bodyRank" SMALLINT NOT NULL DEFAULT 0,
    "bodyAt" TIMESTAMPTZ(3),
    "bodySequence" BIGINT,
    "text" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'message',
    "eventType" INTEGER,
    "isHidden" BOOLEAN NOT NULL DEFAULT false,
    "isUnsupported" BOOLEAN NOT NULL DEFAULT false,
    "messageType" TEXT,
    "providerId" TEXT,
    "senderId" UUID,
    "quoted" JSONB,
    "versions" JSONB NOT NULL DEFAULT '[]',
    "direction" TEXT NOT NULL DEFAULT 'incoming',
    "directionRank" SMALLINT NOT NULL DEFAULT 0,
    "directionAt" TIMESTAMPTZ(3),
    "directionSequence" BIGINT,
    "placedAt" TIMESTAMPTZ(3),
    "provisionalAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "arrivedSequence" BIGINT,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "isVisible" BOOLEAN NOT NULL DEFAULT false,
    "isListed" BOOLEAN NOT NULL DEFAULT false,
    "isCounted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("chatId","id")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "chatId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "attendeeId" UUID NOT NULL,
    "emoji" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("chatId","messageId","attendeeId")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "chatId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "mimetype" TEXT,
    "name" TEXT,
    "sizeBytes" BIGINT,
    "width" INTEGER,
    "height" INTEGER,
    "durationSeconds" DOUBLE PRECISION,
    "isSticker" BOOLEAN NOT NULL DEFAULT false,
    "isVoiceNote" BOOLEAN NOT NULL DEFAULT false,
    "isUnavailable" BOOLEAN NOT NULL DEFAULT false,
    "bodyRank" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("chatId","messageId","externalId")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "role" TEXT NOT NULL DEFAULT 'agent',
    "sessionVersion" INTEGER NOT NULL DEFAULT 0,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sessionVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "digest" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SetupToken_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Delivery_state_id_idx" ON "Delivery"("state", "id" DESC);

-- CreateIndex
CREATE INDEX "Delivery_messageExternalId_id_idx" ON "Delivery"("messageExternalId", "id");

-- CreateIndex
CREATE INDEX "DeliveryRepeat_repeatKey_idx" ON "DeliveryRepeat"("repeatKey");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_repeatKey_key" ON "Delivery"("repeatKey");

-- CreateIndex
CREATE UNIQUE INDEX "Account_externalId_key" ON "Account"("externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendee_accountId_externalId_key" ON "Attendee"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Chat_accountId_externalId_key" ON "Chat"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_chatId_externalId_key" ON "Message"("chatId", "externalId");

-- CreateIndex
CREATE INDEX "Attachment_id_idx" ON "Attachment"("id");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "SignIn_userId_idx" ON "SignIn"("userId");

-- CreateIndex
CREATE INDEX "SignInFailure_key_at_idx" ON "SignInFailure"("key", "at");

-- AddForeignKey
ALTER TABLE "Attendee" ADD CONSTRAINT "Attendee_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatAttendee" ADD CONSTRAINT "ChatAttendee_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatAttendee" ADD CONSTRAINT "ChatAttendee_attendeeId_fkey" FOREIGN KEY ("attendeeId") REFERENCES "Attendee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_chatId_messageId_fkey" FOREIGN KEY ("chatId", "messageId") REFERENCES "Message"("chatId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_chatId_messageId_fkey" FOREIGN KEY ("chatId", "messageId") REFERENCES "Message"("chatId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
