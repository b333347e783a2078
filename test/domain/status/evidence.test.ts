// What is taken as evidence and what is not, by its name and by its first bytes.
import { expect, it, test } from "vitest";
import { checkEvidence, MOST_FILES } from "../../../src/domain/status/evidence.ts";

const file = (fileName: string, start: readonly number[] = [1, 2, 3]) => ({ fileName, bytes: new Uint8Array(start) });

test.each(["验收报告.pdf", "照片.JPG", "台账.xlsx", "说明.wps", "材料.zip"])("%s is taken", (name) => {
  expect(() => checkEvidence([file(name)])).not.toThrow();
});

test.each([
  ["a program by its name", file("安装.exe"), "evidence-type"],
  ["a page", file("页面.html"), "evidence-type"],
  ["no ending", file("材料"), "evidence-type"],
  ["a Windows program in a document's clothes", file("报告.pdf", [0x4d, 0x5a, 0x90]), "evidence-type"],
  ["a Linux program in a picture's clothes", file("照片.png", [0x7f, 0x45, 0x4c, 0x46]), "evidence-type"],
  ["a script", file("说明.txt", [0x23, 0x21, 0x2f]), "evidence-type"],
  ["nothing in it", file("空.pdf", []), "file-empty"],
])("%s is refused", (_, one, code) => {
  expect(() => checkEvidence([one])).toThrow(expect.objectContaining({ code }));
});

it("takes so many files with one reply", () => {
  const files = Array.from({ length: MOST_FILES + 1 }, (_, i) => file(`${i}.pdf`));
  expect(() => checkEvidence(files)).toThrow(expect.objectContaining({ code: "too-many-files" }));
  expect(() => checkEvidence(files.slice(1))).not.toThrow();
});
