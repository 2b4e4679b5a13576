// The whole way with the keyboard alone, in Chromium: a faulty workbook chosen, a finding followed to its cell, mended, saved, and the
// pages' PDF saved. Prints as JSON what came of it: node keyboard.mjs PROGRAM ADDRESS FOLDER WORKBOOK FIGURE
import path from "node:path"
import {choose, open, saved, usable} from "./browser.mjs"

const [program, address, folder, workbook, figure] = process.argv.slice(2)
const seen = {unseen: []}
const browser = await open("chromium", program, folder)

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(address)
  await usable(page)

  // tabTo goes on from where the focus is until it is on what is looked for, and notes what has it without showing that.
  const tabTo = async selector => {
    for (let presses = 0; presses < 400; presses++) {
      await page.keyboard.press("Tab")
      const at = await page.evaluate(wanted => {
        const e = document.activeElement
        const looks = e.matches("input[type=file]") ? e.closest("label") : e
        const style = getComputedStyle(looks)
        return {there: e.matches(wanted), shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0, what: e.outerHTML.slice(0, 120)}
      }, selector)
      if (!at.shown && !at.what.startsWith("<body")) seen.unseen.push(at.what)
      if (at.there) return presses + 1
    }
    throw new Error("no way to " + selector)
  }
  const enter = () => page.keyboard.press("Enter")

  await page.keyboard.press("Tab")
  seen.skips = await page.evaluate(() => document.activeElement.textContent)
  await tabTo("input[data-upload='/files']")
  await choose(page, "Space", workbook)
  await page.waitForSelector("[role=status]")
  seen.faulty = await page.$eval("[role=status]", e => e.textContent)

  seen.tabsToFinding = await tabTo(".finding.fatal .go")
  await enter()
  await page.waitForFunction("document.activeElement.matches('.grid input, .grid output')")
  await tabTo("[data-key='requests.received.enterprise']")
  await page.keyboard.press("ArrowDown")
  seen.below = await page.evaluate(() => document.activeElement.dataset.key)
  await page.keyboard.press("ArrowUp")
  await page.keyboard.down("Shift")
  await page.keyboard.press("Tab")
  await page.keyboard.up("Shift")
  seen.beside = await page.evaluate(() => document.activeElement.dataset.key)
  await page.keyboard.type(figure)
  await tabTo(".savebar .primary")
  await enter()
  await page.waitForSelector("section.changes li")
  seen.sound = await page.$eval("[role=status]", e => e.textContent)
  await tabTo("a[href$='/files/workbook']")
  await enter()
  seen.workbook = path.basename(await saved(folder, ".xlsx"))
  await tabTo("a[href$='/pages']")
  await enter()
  await page.waitForSelector(".pages img")
  await tabTo("a[href$='/files/pdf']")
  await enter()
  seen.pdf = path.basename(await saved(folder, ".pdf"))
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
