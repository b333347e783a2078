-- AlterEnum
ALTER TYPE "ResponseKind" ADD VALUE 'not_mine_accepted';
ALTER TYPE "ResponseKind" ADD VALUE 'not_mine_declined';
