-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "approvedBy" TEXT,
ADD COLUMN     "approvedFingerprint" TEXT,
ADD COLUMN     "approvedOn" TEXT;
