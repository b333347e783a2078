-- AlterTable
ALTER TABLE "InboxDelivery" ADD COLUMN     "takenUp" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "takenUpAt" TIMESTAMP(3);
