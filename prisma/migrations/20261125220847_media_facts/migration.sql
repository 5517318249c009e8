-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "cardKind" TEXT,
ADD COLUMN     "isGif" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "linkUrl" TEXT;
