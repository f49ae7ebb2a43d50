import type { Draw } from "@checkride/range/draw";

export const honestTexts = (draw: Draw): readonly string[] => [
  `“${draw.word(6)}” fits well, 5 > 3 & cheap.`,
  `She wrote <script> in chapter ${draw.whole(1, 40)}, and <b>bold</b> claims.`,
  `He said "${draw.word(5)}" and it's true.`,
  `Write &lt; for < and &amp; for &, says page ${draw.whole(1, 99)}.`,
  `javascript: the good parts, ${draw.word(4)} 😀`,
];

export const pagePayloads = (draw: Draw): readonly string[] => {
  const word = draw.word(5);
  return [
    `<img src=x onerror=alert('${word}')>`,
    `<ScRiPt>alert(${draw.whole(1, 9)})</sCrIpT>`,
    `<scr<script>ipt>alert(1)</scr</script>ipt> ${word}`,
    `" onmouseover="alert('${word}')`,
    `' autofocus onfocus='${word}()`,
    `</p><iframe srcdoc="&lt;script&gt;${word}&lt;/script&gt;">`,
    `"><svg/onload=${word}()>`,
    `<a href="jAvAsCrIpT&colon;${word}()">x</a>`,
  ];
};

export const honestNames = (draw: Draw): readonly string[] => [
  `Ada ${draw.word(7)}`,
  `O'${draw.word(6)}`,
  `D'Angelo & ${draw.word(4)}`,
  `Jürgen "Jo" ${draw.word(5)}; partner`,
  `javascript: ${draw.word(5)} Ltd`,
];

export const queryPayloads = (draw: Draw): readonly string[] => {
  const word = draw.word(5);
  const same = draw.whole(10, 99);
  return [
    `' OR ${same}=${same} --`,
    `${word}'; DROP TABLE customers; --`,
    `' UNION SELECT id, secret FROM keys --`,
    `${word}\\' OR 1=1 --`,
    `'/**/OR/**/'${word}'='${word}`,
    `'' OR ''='`,
    `?`,
  ];
};

export const honestFiles = (draw: Draw): readonly string[] => [
  `${draw.word(6)}.png`,
  `summer ${draw.whole(1990, 2030)} ${draw.word(4)}.jpg`,
  `${draw.word(3)}_2-${draw.word(2)}.v1.png`,
  `${draw.whole(1, 99)}.jpg`,
];

export const commandPayloads = (draw: Draw): readonly string[] => {
  const name = draw.word(4);
  return [
    `${name}.png; touch ${name}`,
    `$(${name}).png`,
    `\`${name}\`.png`,
    `${name}.png && ${name}.jpg`,
    `-write /etc/${name} x.png`,
    `--${name}.png`,
    `../../${name}.png`,
    `${name}.png\n${name}.jpg`,
    `${name}.png|${name}`,
    `https://${name}.example/a.png`,
    `${name}.png\u0000.jpg`,
    `@${name}.png`,
    `msl:${name}.png`,
    `.${name}.png`,
  ];
};

export const honestPaths = (draw: Draw): readonly string[] => [
  "/",
  `/orders/${draw.whole(10, 9999)}?sort=asc#top`,
  `/search?q=https://${draw.word(5)}.example/a`,
  `/a//b/${draw.word(3)}?x=%2F%2Fy&z=ü`,
  `/javascript:${draw.word(4)}`,
];

export const redirectPayloads = (draw: Draw): readonly string[] => {
  const host = `${draw.word(5)}.example`;
  return [
    `//${host}`,
    `///${host}/a`,
    `/\\${host}`,
    `\\\\${host}`,
    `https://${host}/orders`,
    `https://shop.example.${host}`,
    `https://shop.example@${host}`,
    `HTTPS://${host}`,
    `javascript:alert(1)//${host}`,
    `jAvAsCrIpT&colon;alert(1)`,
    `java\tscript:alert('${host}')`,
    `/\t/${host}`,
    `/\n/${host}`,
    ` //${host}`,
    `data:text/html,${host}`,
  ];
};
