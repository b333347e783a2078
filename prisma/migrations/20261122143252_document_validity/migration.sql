-- AlterTable
ALTER TABLE "SourceDocument" ADD COLUMN     "validUntil" TEXT;
