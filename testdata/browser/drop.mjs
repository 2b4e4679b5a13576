// Files and a folder dropped on the page as a desktop does it, in Chromium: what the page then shows. Prints as JSON {one, two, folder,
// again, refused}: the status of one report; the rows of the register of two, and of a folder; these and what is noted once it was dropped
// again; and what is said where a folder cannot be read.
// node drop.mjs PROGRAM ADDRESS FOLDER FILE FILE
import {open, usable} from "./browser.mjs"

const [program, address, folder, first, second] = process.argv.slice(2)
const seen = {complaints: []}
const browser = await open("chromium", program)

const dropped = async (files, selector, { broken, twice } = {}) => {
  const page = await browser.newPage()
  page.setDefaultTimeout(30_000)
  page.on("pageerror", error => seen.complaints.push(String(error)))
  await page.goto(address)
  await usable(page)
  if (broken) {
    await page.evaluate(() => {
      DataTransferItem.prototype.getAsFileSystemHandle = undefined
      const entry = DataTransferItem.prototype.webkitGetAsEntry
      DataTransferItem.prototype.webkitGetAsEntry = function () {
        const {name} = entry.call(this)
        return {name, isDirectory: true, createReader: () => ({readEntries: (_, fail) => fail(new Error("URL"))})}
      }
    })
  }
  const session = await page.createCDPSession()
  const drop = async () => {
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await session.send("Input.dispatchDragEvent", {type, x: 600, y: 300, data: {items: [], files, dragOperationsMask: 1}})
    }
    await page.waitForSelector(selector + ", #alert p").catch(() => {})
  }
  const quiet = () => page.waitForFunction("!document.body.hasAttribute('aria-busy')")
  await drop()
  if (twice) {
    await quiet()
    await page.$eval("#note", note => { note.hidden = true })
    await drop()
    selector += ", #note:not([hidden])"
    await page.waitForSelector("#note:not([hidden])").catch(() => {})
    await quiet()
  }
  const shown = await page.$$eval(selector + ", #alert p", all => all.map(e => e.innerText.replace(/\s+/g, " ")))
  await page.close()
  return shown
}

try {
  seen.one = await dropped([first], "[role=status]")
  seen.two = await dropped([first, second], "table.register tbody tr")
  seen.folder = await dropped([folder], "table.register tbody tr")
  seen.again = await dropped([folder], "table.register tbody tr", {twice: true})
  seen.refused = await dropped([folder], "#alert p", {broken: true})
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
