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
  const at = () => page.evaluate(() => document.activeElement.dataset.key || document.activeElement.id)
  const select = () => page.evaluate(() => document.activeElement.select())
  const quiet = () => page.waitForFunction("!document.body.hasAttribute('aria-busy')")

  // Ctrl+S saves from within, and stays there
  await page.keyboard.type("998")
  const eye = await page.evaluate(() => scrollY)
  await page.keyboard.down("Control")
  await page.keyboard.press("s")
  await page.keyboard.up("Control")
  await page.waitForSelector("section.changes li")
  await quiet()
  seen.inPlace = [await at(), String(await page.evaluate(() => scrollY) - eye), await page.$eval("#note", e => e.textContent)]

  // What is not wanted leaves the focus where it was typed
  await select()
  await page.keyboard.type("5")
  await tabTo(".savebar [type=reset]")
  await enter()
  await page.waitForSelector(".savebar[hidden]")
  seen.unwanted = await at()

  // What is typed is not under the bar that says so
  await page.evaluate(() => scrollBy(0, document.activeElement.getBoundingClientRect().bottom - innerHeight + 2))
  await select()
  await page.keyboard.type(figure)
  await new Promise(resolve => setTimeout(resolve, 200))
  seen.clear = await page.evaluate(() => document.querySelector(".foot").getBoundingClientRect().top - document.activeElement.getBoundingClientRect().bottom)

  // Saved by the button, the verdict is next
  await tabTo(".savebar .primary")
  await enter()
  await page.waitForFunction("document.querySelector('[role=status]').textContent.startsWith('通过')")
  await quiet()
  seen.verdict = [await at(), String(await page.evaluate(() => scrollY))]
  seen.sound = await page.$eval("[role=status]", e => e.textContent)
  await tabTo("a[href$='/files/workbook']")
  await enter()
  seen.workbook = path.basename(await saved(folder, ".xlsx"))
  seen.titles = [await page.title()]
  await tabTo("a[href$='/pages']")
  await enter()
  await page.waitForSelector(".pages img")
  seen.titles.push(await page.title())
  await tabTo("a[href$='/files/pdf']")
  await enter()
  seen.pdf = path.basename(await saved(folder, ".pdf"))
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
