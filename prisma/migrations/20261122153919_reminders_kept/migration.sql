-- CreateEnum
CREATE TYPE "ResponseKind" AS ENUM ('seen', 'later', 'not_mine');

-- AlterEnum
ALTER TYPE "DigestKind" ADD VALUE 'further';

-- AlterTable
ALTER TABLE "Digest" ADD COLUMN     "tickId" TEXT;

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "level" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "reminderSteps" JSONB;

-- CreateTable
CREATE TABLE "ReminderResponse" (
    "id" SERIAL NOT NULL,
    "occurrenceId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "slackUser" TEXT NOT NULL,
    "kind" "ResponseKind" NOT NULL,
    "remindAt" TIMESTAMP(3),
    "reason" TEXT,
    "respondedOn" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sourceKey" TEXT NOT NULL,

    CONSTRAINT "ReminderResponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationStop" (
    "id" SERIAL NOT NULL,
    "occurrenceId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "stoppedBy" TEXT NOT NULL,
    "stoppedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resumedBy" TEXT,
    "resumedAt" TIMESTAMP(3),

    CONSTRAINT "EscalationStop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderPolicyVersion" (
    "id" SERIAL NOT NULL,
    "policy" JSONB NOT NULL,
    "changedBy" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReminderPolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tick" (
    "id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "digests" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "Tick_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReminderResponse_sourceKey_key" ON "ReminderResponse"("sourceKey");

-- CreateIndex
CREATE INDEX "ReminderResponse_occurrenceId_unitId_idx" ON "ReminderResponse"("occurrenceId", "unitId");

-- CreateIndex
CREATE INDEX "ReminderResponse_kind_remindAt_idx" ON "ReminderResponse"("kind", "remindAt");

-- CreateIndex
CREATE INDEX "EscalationStop_occurrenceId_unitId_idx" ON "EscalationStop"("occurrenceId", "unitId");

-- CreateIndex
CREATE INDEX "Tick_date_idx" ON "Tick"("date");

-- AddForeignKey
ALTER TABLE "ReminderResponse" ADD CONSTRAINT "ReminderResponse_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderResponse" ADD CONSTRAINT "ReminderResponse_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationStop" ADD CONSTRAINT "EscalationStop_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationStop" ADD CONSTRAINT "EscalationStop_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
