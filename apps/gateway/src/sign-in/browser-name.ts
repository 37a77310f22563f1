/** Browsers as people call them, the special before the general: Edge says that it is Chrome, and Chrome that it is Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger\//, '微信 WeChat'],
  [/DingTalk\//, '钉钉 DingTalk'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/(OPR|Opera)\//, 'Opera'],
  [/QQBrowser\//, 'QQ 浏览器 QQ Browser'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
]

const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙 HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** A browser in plain words, such as `Firefox · Windows`; empty: none that is known. For its owner to know it again, nothing depends on it. */
export function browserName(userAgent: string | undefined): string {
  return [BROWSERS, SYSTEMS].flatMap((known) => known.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? []).join(' · ')
}
