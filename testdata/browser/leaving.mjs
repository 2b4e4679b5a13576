// Whether the page asks before it is left with what was not saved, in Chromium; prints as JSON what came of it:
// node leaving.mjs PROGRAM ADDRESS FOLDER WORKBOOK
import {open, usable} from "./browser.mjs"

const [program, address, folder, workbook] = process.argv.slice(2)
const seen = {}
const browser = await open("chromium", program, folder)

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(address)
  await usable(page)
  const press = selector => page.$eval(selector, e => e.click())
  const quiet = () => page.waitForFunction("!document.body.hasAttribute('aria-busy')")

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

  await page.type("#c-unit\\.phone", "1")
  const asked = new Promise(resolve => page.on("dialog", dialog => { resolve(dialog.type()); dialog.accept() }))
  await page.close({runBeforeUnload: true})
  seen.dialog = await asked
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
