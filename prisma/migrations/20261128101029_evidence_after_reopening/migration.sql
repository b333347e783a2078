-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "evidenceAfter" INTEGER NOT NULL DEFAULT 0;
