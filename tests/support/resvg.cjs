// Draws SVGs with resvg: see vectors.py. Arguments: the folder with node_modules, the ground's colour.
const fs = require('fs');
const path = require('path');
const [folder, background] = process.argv.slice(2);
const { createRequire } = require('module');
const { Resvg } = createRequire(path.resolve(folder, 'x.js'))('@resvg/resvg-js');

function write(buffer) {
  for (let at = 0; at < buffer.length; ) at += fs.writeSync(1, buffer, at);
}

for (const [svg, mode, value] of JSON.parse(fs.readFileSync(0))) {
  let width = 0;
  let height = 0;
  let pixels = Buffer.alloc(0);
  try {
    const options = { background, fitTo: { mode, value }, font: { loadSystemFonts: false } };
    ({ width, height, pixels } = new Resvg(svg, options).render());
  } catch (error) {
    // told as a picture of no size
  }
  const head = Buffer.alloc(8);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  write(head);
  write(pixels);
}
