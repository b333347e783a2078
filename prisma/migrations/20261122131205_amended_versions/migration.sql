-- AlterEnum
ALTER TYPE "DigestState" ADD VALUE 'cancelled';

-- AlterTable
ALTER TABLE "SourceDocument" ADD COLUMN     "supersedesId" INTEGER;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "supersededById" INTEGER;

-- CreateTable
CREATE TABLE "TaskVersion" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "documentId" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "section" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "lead" TEXT[],
    "supporting" TEXT[],
    "deadlines" JSONB NOT NULL,
    "targets" JSONB NOT NULL,
    "replacedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TaskVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TaskVersion_taskId_documentId_key" ON "TaskVersion"("taskId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceDocument_supersedesId_key" ON "SourceDocument"("supersedesId");

-- AddForeignKey
ALTER TABLE "SourceDocument" ADD CONSTRAINT "SourceDocument_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "SourceDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskVersion" ADD CONSTRAINT "TaskVersion_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskVersion" ADD CONSTRAINT "TaskVersion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SourceDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
