-- CreateEnum
CREATE TYPE "LeadRule" AS ENUM ('first', 'each');

-- CreateEnum
CREATE TYPE "UrgeWay" AS ENUM ('now', 'digest', 'office');

-- AlterTable
ALTER TABLE "StatusUpdate" ADD COLUMN     "covers" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "missing" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "leadRule" "LeadRule" NOT NULL DEFAULT 'first';

-- CreateTable
CREATE TABLE "Urge" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "occurrenceId" INTEGER NOT NULL,
    "urgedBy" TEXT NOT NULL,
    "unitName" TEXT NOT NULL,
    "urgedOn" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Urge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UrgedUnit" (
    "urgeId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "way" "UrgeWay" NOT NULL,

    CONSTRAINT "UrgedUnit_pkey" PRIMARY KEY ("urgeId","unitId")
);

-- CreateIndex
CREATE INDEX "Urge_occurrenceId_idx" ON "Urge"("occurrenceId");

-- CreateIndex
CREATE UNIQUE INDEX "Urge_taskId_urgedOn_key" ON "Urge"("taskId", "urgedOn");

-- AddForeignKey
ALTER TABLE "Urge" ADD CONSTRAINT "Urge_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Urge" ADD CONSTRAINT "Urge_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UrgedUnit" ADD CONSTRAINT "UrgedUnit_urgeId_fkey" FOREIGN KEY ("urgeId") REFERENCES "Urge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UrgedUnit" ADD CONSTRAINT "UrgedUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
