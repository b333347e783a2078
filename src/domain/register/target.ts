// Quantified targets (量化目标) of a task.

export type Comparator = ">=" | "<=" | "~";

export interface Target {
  readonly comparator: Comparator;
  /** In base units: 2.5万人 is 25000; 75% is 75 with unit "%". */
  readonly value: number;
  readonly unit: string;
  /** "annual" (每年), "by YYYY-MM-DD" (到2025年), or null when the text gives none. */
  readonly period: string | null;
  /** "each": every member of the group reaches it by itself (每所…1个以上). */
  readonly scope: "whole" | "each";
  /** The words it was read from. */
  readonly text: string;
}
