-- CreateTable
CREATE TABLE "Person" (
    "slackUser" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("slackUser")
);
