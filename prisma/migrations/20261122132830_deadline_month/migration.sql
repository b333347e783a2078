-- AlterTable
ALTER TABLE "DeadlineRule" ADD COLUMN     "month" INTEGER;
