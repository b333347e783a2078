-- CreateIndex
CREATE INDEX "InboxDelivery_receivedAt_idx" ON "InboxDelivery"("receivedAt");
