// What a clerk types, pastes and presses is neither lost nor changed on the way, in Chromium; prints as JSON what came of it:
// node care.mjs PROGRAM ADDRESS FOLDER WORKBOOK LAST SLIP
import {open, saved, usable} from "./browser.mjs"

const [program, address, folder, workbook, last, slip] = process.argv.slice(2)
const seen = {complaints: []}
const browser = await open("chromium", program, folder)
const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  page.on("pageerror", error => seen.complaints.push(String(error)))
  const asked = []
  page.on("dialog", dialog => { asked.push(dialog.message()); dialog.accept() })
  await page.setViewport({width: 1280, height: 800})
  await page.goto(address)
  await usable(page)
  const text = selector => page.$eval(selector, e => e.textContent)
  const press = selector => page.$eval(selector, e => e.click())
  const id = key => `#${CSS(key)}`
  const CSS = key => "c-" + key.replace(/\./g, "\\.")
  const type = async (key, value) => {
    await page.$eval(id(key), e => { e.focus(); e.select() })
    await page.keyboard.type(value)
  }
  const value = key => page.$eval(id(key), e => e.value)
  const quiet = () => page.waitForFunction("!document.body.hasAttribute('aria-busy')")
  const upload = async (selector, ...files) => {
    await (await page.$(selector)).uploadFile(...files)
    await pause(200)
    await quiet()
  }
  const step = async (place, selector) => {
    await press(`nav [data-place=${place}]`)
    await page.waitForSelector(selector)
    await quiet()
  }
  const paste = (key, copied) => page.$eval(id(key), (e, copied) => {
    e.focus()
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", copied)
    return !e.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}))
  }, copied)

  // A step that needs a report says so; an address that is none is answered, and what is shown stays
  await press("nav [data-place=pages]")
  await page.waitForSelector("#note:not([hidden])")
  seen.step = await text("#note")
  await page.evaluate(() => { location.hash = "#/nowhere" })
  await page.waitForSelector("#alert p")
  await page.evaluate(() => { location.hash = "#/nowhere" })
  await pause(500)
  seen.nowhere = await page.$$eval("#alert p span", all => all.map(e => e.textContent))
  seen.stays = await page.evaluate(() => location.hash)

  // The form on 开始 keeps what was typed and ticked
  await type2("#unit", "清溪镇人民政府")
  async function type2(selector, words) { await page.$eval(selector, (e, words) => { e.value = words }, words) }
  await page.select("#level", "街道")
  await page.select("#scope", "汇总")
  for (const name of ["zero", "ledger"]) await press(`form[data-post='/template'] [name=${name}]`)
  await upload("input[data-upload='/files?as=last']", last)
  await page.waitForSelector("button[data-post='/last/clear']")
  await step("guide", ".guide")
  await step("start", "#unit")
  seen.form = await page.$eval("form[data-post='/template']", f => [f.unit.value, f.level.value, f.scope.value, f.zero.checked, f.ledger.checked].join(" "))
  await press("button[data-post='/last/clear']")
  await page.waitForFunction("!document.querySelector(\"button[data-post='/last/clear']\")")
  seen.formAfter = await page.$eval("form[data-post='/template']", f => [f.unit.value, f.level.value].join(" "))

  // What is typed and not saved is saved before a file is made
  await upload("input[type=file][multiple]", workbook)
  await page.waitForSelector("[role=status]")
  await type("proactive.penalties.decisions", "7")
  await press(".savebar .primary")
  await page.waitForSelector("section.changes li")
  await quiet()
  // The note is not in the way of the button
  await type("proactive.licensing.decisions", "55")
  await page.waitForSelector("#note:not([hidden])")
  seen.atSave = await page.evaluate(() => {
    const box = document.querySelector(".savebar .primary").getBoundingClientRect()
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return at.textContent
  })
  await press("a[href$='/files/workbook']")
  await saved(folder, "_修改.xlsx")
  await quiet()
  seen.changes = await page.$$eval("section.changes li", all => all.length)
  seen.kept = await value("proactive.licensing.decisions")
  // and before what builds on it
  await type("proactive.licensing.decisions", "56")
  await press("button[data-post$='/mend']")
  await page.waitForFunction("document.querySelectorAll('section.changes li').length >= 4")
  await quiet()
  seen.mended = await value("proactive.licensing.decisions")
  // and before other files are read
  await type("proactive.licensing.decisions", "57")
  await upload("main input[data-upload='/files?as=last']", last)
  await page.waitForSelector("button[data-post='/last/clear']")
  seen.compared = await value("proactive.licensing.decisions")
  seen.dialogs = [...asked]

  // What a slip has otherwise is put in its cell, where it is seen before it is saved
  await upload("input[type=file][multiple]", slip)
  await page.waitForSelector("[data-fill]")
  seen.beforeSlip = await value("proactive.penalties.decisions")
  await press("[data-fill='c-proactive.penalties.decisions']")
  seen.bySlip = await value("proactive.penalties.decisions")
  seen.atSlip = await page.evaluate(() => document.activeElement.id)
  await press(".savebar .primary")
  await page.waitForFunction("!document.querySelector(\"[data-fill='c-proactive.penalties.decisions']\")")
  await quiet()

  // An explanation of nothing is asked for, and saves nothing
  await press(".answer button")
  seen.unexplained = await text("#note")
  seen.askedFor = await page.evaluate(() => document.activeElement.matches(".answer input"))

  // Cells from a spreadsheet
  seen.taken = await paste("requests.received.natural_person", "5\r\n120\r\n")
  seen.pasted = [await value("requests.received.natural_person"), await value("requests.carried_in.natural_person")]
  await paste("requests.received.enterprise", "1\t2\t3")
  seen.row = [await value("requests.received.enterprise"), await value("requests.received.research"), await value("requests.received.social")]
  seen.single = await paste("requests.received.other", "8\n")
  await paste("requests.carried_out.other", "1\n2\n3")
  seen.refused = await text("#alert p span")
  seen.unchanged = await value("requests.carried_out.other")
  await press(".savebar [type=reset]")
  await pause(100)

  // An input method's Enter stays where it is
  seen.composing = await page.$eval(id("requests.received.natural_person"), e => {
    e.focus()
    e.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true, cancelable: true}))
    return document.activeElement === e
  })

  // Going backwards, what has the focus is in sight
  seen.hidden = []
  for (const [width, height] of [[1280, 800], [640, 450], [360, 740]]) {
    await page.setViewport({width, height})
    await pause(300)
    await page.$eval(id("requests.carried_out.other"), e => e.focus())
    for (let i = 0; i < 150; i++) {
      await page.keyboard.down("Shift")
      await page.keyboard.press("Tab")
      await page.keyboard.up("Shift")
      const covered = await page.evaluate(() => {
        const e = document.activeElement, box = e.getBoundingClientRect()
        if (!e.id.startsWith("c-requests")) return null
        const at = y => document.elementFromPoint(Math.min(innerWidth - 2, Math.max(1, box.x + box.width / 2)), y)
        return [box.y + 2, box.y + box.height / 2, box.bottom - 2].every(y => at(y) !== e) ? e.id + " under " + at(box.y + box.height / 2)?.outerHTML.slice(0, 60) + " " + [box.x, box.y, box.width] : ""
      })
      if (covered === null) break
      if (covered) seen.hidden.push(width + " " + covered)
    }
  }
  await page.setViewport({width: 1280, height: 800})

  // What a finding means, and back to where one was
  await page.evaluate(() => scrollTo(0, 900))
  const at = await page.evaluate(() => scrollY)
  await press(".finding .rule")
  await page.waitForSelector(".guide h3")
  await quiet()
  await page.evaluate(() => history.back())
  await page.waitForSelector(".finding .rule")
  await quiet()
  await pause(200)
  seen.back = Math.abs(await page.evaluate(() => scrollY) - at)

  // All pages are there to be printed
  await step("pages", ".pages img")
  await page.waitForFunction("Array.from(document.querySelectorAll('.pages img')).every(img => img.src && img.naturalWidth > 0)")
  seen.pages = await page.$$eval(".pages img", all => all.length)
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
