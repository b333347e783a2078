-- AlterTable
ALTER TABLE "Digest" ADD COLUMN     "interrupted" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "postingAt" TIMESTAMP(3);
