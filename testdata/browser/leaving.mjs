// Whether the page asks before it is left with what was not saved, in Chromium; prints as JSON what came of it:
// node leaving.mjs PROGRAM ADDRESS FOLDER WORKBOOK OTHER SLIP
import {open, saved, usable} from "./browser.mjs"

const [program, address, folder, workbook, other, slip] = process.argv.slice(2)
const seen = {}
const browser = await open("chromium", program, folder)

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(address)
  await usable(page)
  const dialogs = []
  page.on("dialog", dialog => { dialogs.push(dialog.type()); dialog.accept() })
  seen.errors = []
  page.on("pageerror", error => seen.errors.push(error.message))
  const step = () => page.$eval("nav [data-place='upward']", e => e.hash)
  const press = selector => page.$eval(selector, e => e.click())
  const quiet = () => page.waitForFunction("!document.body.hasAttribute('aria-busy')")
  const go = async (place, selector) => {
    await page.evaluate(place => { location.hash = "#/" + place }, place)
    await page.waitForFunction((place, selector) => document.querySelector(".view").dataset[place === "reports" ? "place" : "report"] === (place === "reports" ? place : "/" + place) && document.querySelector(selector), {}, place, selector)
    await quiet()
  }
  const upload = async (file, selector) => {
    await (await page.$("input[type=file][multiple]")).uploadFile(file)
    await page.waitForSelector(selector)
    await quiet()
  }
  const change = async () => {
    await page.type("#c-unit\\.phone", "1")
    await press(".savebar .primary")
    await page.waitForSelector("section.changes li")
    await quiet()
  }
  const download = async () => {
    await press("a[href$='/files/workbook']")
    await saved(folder, "_修改.xlsx")
    await quiet()
  }

  // Browsers of today ask where the event was prevented, Chromium before 119 where it has something to return. A page is left but once, and a
  // press before that is needed: the event alone says what would be asked.
  const asks = () => page.evaluate(() => {
    const leaving = document.createEvent("BeforeUnloadEvent")
    leaving.initEvent("beforeunload", false, true)
    dispatchEvent(leaving)
    return [leaving.defaultPrevented && "today", leaving.returnValue !== "" && "before 119"].filter(Boolean).join(", ")
  })

  await (await page.$("input[type=file][multiple]")).uploadFile(workbook)
  await page.waitForSelector("[role=status]")
  await quiet()
  seen.untouched = await asks()
  await page.type("#c-unit\\.phone", "1")
  seen.typed = await asks()
  await press(".savebar [type=reset]")
  await page.waitForSelector(".savebar[hidden]")
  seen.reset = await asks()

  await change()
  await upload(other, "[data-report='/report/2']")
  await change()
  await go("report/1", "section.changes")
  await download()
  seen.oneSaved = await asks()
  await go("report/2", "section.changes")
  await download()
  seen.bothSaved = await asks()
  await change()
  seen.changedAgain = await asks()
  await press("[data-post='/report/2/undo']")
  await page.waitForFunction("document.querySelectorAll('section.changes li').length === 1")
  await quiet()
  seen.undone = await asks()
  await change()
  await press("[data-post='/report/2/close']")
  await page.waitForFunction("!document.querySelector('.view').dataset.report")
  await quiet()
  seen.closed = await asks()
  seen.closedStep = await step()
  await upload(slip, "section.changes")
  seen.slip = await asks()
  await go("reports", "[data-post^='/reports/clear']")
  await press("[data-post^='/reports/clear']")
  await page.waitForFunction("location.hash === '#/start'")
  await quiet()
  seen.cleared = await asks()
  seen.clearedStep = await step()

  await upload(workbook, "[role=status]")
  await page.type("#c-unit\\.phone", "1")
  const gone = new Promise(resolve => page.once("close", resolve))
  dialogs.length = 0
  await page.close({runBeforeUnload: true})
  await gone
  seen.dialogs = dialogs
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
