// Fills in workbooks with exceljs or SheetJS as a plan says, which TestFilledByOtherWriters made: see filling in filling_test.go.
//
// Usage: node fill.mjs exceljs|sheetjs PLAN.json
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';

const serial = (day) => Date.parse(day) / 86_400_000 + 25_569;

const writers = {
  async exceljs({ blank, out, move, rename, bare, cells }) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(blank);
    for (const typed of cells) {
      const cell = book.getWorksheet(typed.sheet).getCell(typed.cell);
      switch (typed.kind) {
        case 'number': cell.value = Number(typed.value); break;
        case 'formula': cell.value = { formula: typed.value, result: Number(typed.result) }; break;
        case 'date': cell.value = new Date(typed.value); cell.style = { ...cell.style, numFmt: 'yyyy-mm-dd' }; break; // cells share their styles
        case 'rich': {
          const [head, rest] = typed.parts;
          cell.value = { richText: [{ text: head, font: { bold: true } }, { text: rest }] };
          break;
        }
        default: cell.value = typed.value;
      }
    }
    for (const { sheet, to } of move) {
      const order = book.worksheets.filter((s) => s.name !== sheet);
      order.splice(to, 0, book.getWorksheet(sheet));
      order.forEach((s, i) => { s.orderNo = i; });
    }
    for (const { sheet, to } of rename) book.getWorksheet(sheet).name = to;
    if (bare) book.definedNames.model = [];
    await book.xlsx.writeFile(out, { useSharedStrings: true });
  },

  async sheetjs({ blank, out, move, rename, bare, shared, cells }) {
    const book = XLSX.readFile(blank, { cellNF: true, cellStyles: true });
    for (const typed of cells) {
      const cell = { t: 's', v: typed.value };
      if (typed.kind === 'number') Object.assign(cell, { t: 'n', v: Number(typed.value) });
      if (typed.kind === 'formula') Object.assign(cell, { t: 'n', f: typed.value, v: Number(typed.result) });
      if (typed.kind === 'date') Object.assign(cell, { t: 'n', v: serial(typed.value), z: 'yyyy-mm-dd' });
      if (typed.kind === 'rich') cell.v = typed.parts.join('');
      book.Sheets[typed.sheet][typed.cell] = cell;
    }
    for (const { sheet, to } of move) {
      book.SheetNames.splice(book.SheetNames.indexOf(sheet), 1);
      book.SheetNames.splice(to, 0, sheet);
    }
    for (const { sheet, to } of rename) {
      book.SheetNames[book.SheetNames.indexOf(sheet)] = to;
      book.Sheets[to] = book.Sheets[sheet];
    }
    if (bare) book.Workbook.Names = [];
    XLSX.writeFile(book, out, { bookSST: shared, compression: true });
  },
};

const [name, plan] = process.argv.slice(2);
for (const filling of JSON.parse(readFileSync(plan, 'utf8'))) await writers[name](filling);
