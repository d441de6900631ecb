import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { chromium } from "playwright-core";
import { expect, inject, it } from "vitest";
import { findChromium } from "../../scripts/find-chromium.ts";
import { launchBrowser, visit } from "./open-page.ts";

const COMMITTEES = `${inject("baseUrl")}?page=participate&part=committee&territory=dep:22&view=table`;

async function makeKey(page: Page): Promise<string> {
  await page.getByLabel("Comment voulez-vous l’appeler").fill("Clé d’essai");
  await page.getByRole("button", { name: "Créer ma clé", exact: true }).click();
  return page.locator("[data-my-key]").innerText();
}

it("the code of a key shown on one device is read by the camera of another, or in a picture, and the camera stops", async () => {
  const one = await launchBrowser();
  const member = await visit(one, COMMITTEES);
  const key = await makeKey(member.page);
  const code = member.page.getByRole("img", { name: /QR/ }).first();
  await code.evaluate((node) => {
    document.body.replaceChildren(node);
    document.body.style.cssText = "margin:0;padding:60px;background:white";
    (node as HTMLElement).style.cssText = "width:480px;height:480px";
  });
  const picture = await member.page.screenshot({
    type: "jpeg",
    quality: 95,
    clip: { x: 0, y: 0, width: 600, height: 600 },
  });
  await one.close();
  const file = join(mkdtempSync(join(tmpdir(), "oasis-")), "code.mjpeg");
  writeFileSync(file, picture);

  const other = await chromium.launch({
    executablePath: await findChromium(),
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${file}`,
    ],
  });
  const { page, errors, foreign } = await visit(other, COMMITTEES, {
    before: (context) =>
      context.addInitScript(() => {
        const { mediaDevices } = navigator;
        const open = mediaDevices.getUserMedia.bind(mediaDevices);
        const opened: MediaStreamTrack[] = [];
        Object.assign(window, { opened });
        mediaDevices.getUserMedia = async (asked) => {
          const stream = await open(asked);
          opened.push(...stream.getTracks());
          return stream;
        };
      }),
  });
  const states = () =>
    page.evaluate(() => (window as unknown as { opened: MediaStreamTrack[] }).opened.map((track) => track.readyState));
  await page.getByRole("button", { name: "Créer un comité", exact: true }).click();
  await page.getByLabel("Nom du comité").fill("Comité d’essai");
  await page.getByRole("button", { name: "Créer le comité", exact: true }).click();
  await page.getByRole("button", { name: "Inscrire quelqu’un", exact: true }).click();
  const form = page.getByRole("form", { name: "Inscrire quelqu’un" });
  const field = form.getByLabel("Sa clé");
  expect(await states()).toEqual([]);
  await form.getByRole("button", { name: "Lire son code avec l’appareil photo" }).click();
  await expect.poll(() => field.inputValue()).toBe(key);
  await expect.poll(states).toEqual(["ended"]);
  await field.fill("");
  const blank = { name: "vide.png", mimeType: "image/png", buffer: await page.locator("header").first().screenshot() };
  const input = form.getByLabel("Lire une photo de son code").and(page.locator("input"));
  await input.setInputFiles(blank);
  await form.getByText(/Aucun code QR n’est lisible/).waitFor();
  await input.setInputFiles({ name: "code.jpg", mimeType: "image/jpeg", buffer: picture });
  await expect.poll(() => field.inputValue()).toBe(key);
  expect([errors, foreign]).toEqual([[], []]);
  await other.close();
});
