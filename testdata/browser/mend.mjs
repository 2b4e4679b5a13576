// From what is found to where it is mended, and back, in Chromium; prints as JSON what came of it: node mend.mjs PROGRAM ADDRESS WORKBOOK
import {choose, open, usable} from "./browser.mjs"

const [program, address, workbook] = process.argv.slice(2)
const seen = {complaints: []}
const browser = await open("chromium", program)

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  page.on("pageerror", error => seen.complaints.push(String(error)))
  const screen = (width, height) => page.setViewport({width, height})
  await screen(1366, 768)
  await page.goto(address)
  await usable(page)
  const press = selector => page.$eval(selector, e => e.click())
  const quiet = async () => {
    await new Promise(resolve => setTimeout(resolve, 200))
    await page.waitForFunction("!document.body.hasAttribute('aria-busy')")
  }
  const id = key => "#c-" + key.replace(/\./g, "\\.")
  const value = key => page.$eval(id(key), e => e.value)
  const inSight = selector => page.$eval(selector, e => {
    const box = e.getBoundingClientRect()
    return box.width > 0 && box.x >= 0 && box.right <= innerWidth && box.y >= 0 && box.bottom <= innerHeight
  })
  const selected = () => page.evaluate(() => {
    const field = document.activeElement
    return field.id.replace("c-", "") + " " + field.value.slice(field.selectionStart, field.selectionEnd)
  })
  const follow = words => page.evaluate(words => {
    Array.from(document.querySelectorAll(".finding")).find(f => f.textContent.includes(words)).querySelector(".go").click()
  }, words)
  const step = async (place, selector) => {
    await press(`nav [data-place=${place}]`)
    await page.waitForSelector(selector)
    await quiet()
  }

  // Files are chosen by Enter as well
  await page.focus(".top input[type=file]")
  await choose(page, "Enter", workbook)
  await page.waitForSelector(".finding .go")
  await quiet()

  seen.trailBefore = await page.$eval(".trail", e => e.hidden)

  // What is typed takes the place of what was wrong, and totals follow
  await follow("列不平衡")
  seen.figure = await selected()
  await page.keyboard.type("41")
  seen.typed = await value("requests.received.natural_person")
  const totals = async () => [await value("requests.granted.total"), await value("requests.total.natural_person"), await value("requests.total.total")]
  await page.$eval(id("requests.granted.natural_person"), e => { e.focus(); e.select() })
  await page.keyboard.type("7")
  seen.totals = await totals()
  await page.keyboard.type("x")
  seen.untold = await totals()
  await press(".savebar [type=reset]")
  await quiet()
  seen.reset = await totals()
  await follow("公开条列")
  seen.words = await selected()
  await follow("末尾没有标点")
  await page.keyboard.type("。")
  seen.end = await value("narrative.other-1")

  // A paragraph between two others; what was changed does not push what is found away
  await page.$eval(id("narrative.overview-1"), e => { e.focus(); e.setSelectionRange(e.value.length, e.value.length) })
  await page.keyboard.press("Enter")
  await page.keyboard.type("中间加的一段。")
  await press(".savebar .primary")
  await page.waitForSelector("section.changes li")
  await quiet()
  seen.between = await value("narrative.overview-2")
  await page.evaluate(() => scrollTo(0, 0))
  seen.firstInSight = await inSight(".finding .message")
  seen.folded = await page.$$eval("section.changes li", all => all.every(li => li.closest("details:not([open])")))

  // All of the tables is in sight across
  seen.across = await page.$$eval(".contents .scroll", all => all.map(e => e.scrollWidth - e.clientWidth))
  seen.wide = await page.$$eval(".contents .scroll", all => all.map(e => e.clientWidth - e.querySelector("table").offsetWidth))

  // A step is come back to as it was left
  await page.evaluate(() => scrollTo(0, 900))
  await step("guide", ".guide")
  await step("report", ".findings")
  seen.back = await page.evaluate(() => scrollY)

  // On a phone: all steps are in sight, and what is mended leads back and on
  await screen(360, 740)
  await page.evaluate(() => scrollTo(0, 0))
  await quiet()
  seen.steps = await page.$$eval(".top nav a", all => all.map(a => a.getBoundingClientRect()).every(box => box.x >= 0 && box.right <= innerWidth))
  await press(".finding .go")
  seen.trail = await inSight("[data-trail=back]")
  await page.keyboard.type("1")
  await press(".savebar .primary")
  await quiet()
  seen.trailAfter = await inSight("[data-trail=back]")
  const ways = await page.$$eval(".finding .go", all => all.map(a => a.hash))
  await press("[data-trail=next]")
  seen.next = [ways[0], await page.evaluate(() => "#" + document.activeElement.id)]
  await press("[data-trail=next]")
  seen.further = [ways[1], await page.evaluate(() => "#" + document.activeElement.id)]
  await press("[data-trail=back]")
  seen.backAt = await page.evaluate(() => Array.from(document.querySelectorAll(".finding .go")).indexOf(document.activeElement))
  seen.backInSight = await page.evaluate(() => { const box = document.activeElement.getBoundingClientRect(); return box.y >= 0 && box.bottom <= innerHeight })

  // Printing the preview prints the report's pages
  await step("pages", ".pages img")
  await page.waitForFunction("Array.from(document.querySelectorAll('.pages img')).every(img => img.src && img.naturalWidth > 0)")
  seen.pages = await page.$$eval(".pages img", all => all.length)
  const printed = async margin => Buffer.from(await page.pdf({format: "A4", margin: {top: margin, bottom: margin, left: margin, right: margin}})).toString("latin1").match(/\/Type\s*\/Page\b/g).length
  seen.printed = [await printed("0"), await printed("1cm")]
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
