-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('open', 'applied', 'discarded');

-- CreateTable
CREATE TABLE "Import" (
    "id" SERIAL NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "proposals" JSONB NOT NULL,
    "startedBy" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "ImportState" NOT NULL DEFAULT 'open',
    "decisions" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "closedBy" TEXT,
    "closedAt" TIMESTAMP(3),
    "messageChannel" TEXT,
    "messageTs" TEXT,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Import_state_sha256_idx" ON "Import"("state", "sha256");
