-- CreateEnum
CREATE TYPE "LightColour" AS ENUM ('green', 'yellow', 'red', 'grey');

-- CreateTable
CREATE TABLE "LightSetting" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "colour" "LightColour",
    "reason" TEXT NOT NULL,
    "setBy" TEXT NOT NULL,
    "setOn" TEXT,
    "setAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LightSetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosureRule" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER,
    "evidence" BOOLEAN,
    "setBy" TEXT NOT NULL,
    "setAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClosureRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LightSetting_taskId_id_idx" ON "LightSetting"("taskId", "id");

-- CreateIndex
CREATE INDEX "ClosureRule_taskId_id_idx" ON "ClosureRule"("taskId", "id");

-- AddForeignKey
ALTER TABLE "LightSetting" ADD CONSTRAINT "LightSetting_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClosureRule" ADD CONSTRAINT "ClosureRule_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;
