-- AlterTable
ALTER TABLE "UnitAlias" ADD COLUMN     "validFrom" TEXT,
ADD COLUMN     "validTo" TEXT;

-- CreateTable
CREATE TABLE "UnitMerge" (
    "id" SERIAL NOT NULL,
    "fromId" INTEGER NOT NULL,
    "intoId" INTEGER NOT NULL,
    "mergedBy" TEXT NOT NULL,
    "mergedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneBy" TEXT,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "UnitMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnitMerge_fromId_idx" ON "UnitMerge"("fromId");

-- CreateIndex
CREATE INDEX "UnitMerge_intoId_idx" ON "UnitMerge"("intoId");

-- AddForeignKey
ALTER TABLE "UnitMerge" ADD CONSTRAINT "UnitMerge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitMerge" ADD CONSTRAINT "UnitMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
