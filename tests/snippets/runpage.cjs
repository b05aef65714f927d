'use strict';

// Runs a page snippet against stand-ins for the widgets and prints, as JSON, what it did:
//   node runpage.cjs FILE SLOTS [THEN]
// FILE is a script or an HTML fragment; SLOTS is a JSON object of the quoted words in capitals that a server fills
// in and their values; THEN is code run afterwards, as the page's own.

const fs = require('node:fs');
const vm = require('node:vm');

const record = { calls: [], scripts: [], logged: [] };

function copy(value) {
  if (typeof value === 'function') {
    return '<function>';
  }
  if (Array.isArray(value)) {
    return value.map(copy);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copy(item)]));
  }
  return value;
}

// A stand-in: every method can be called, is recorded, and reports an error to its callback.
function standIn(name, methods) {
  const widget = {};
  for (const method of methods) {
    Object.defineProperty(widget, method, {
      enumerable: false,
      value: (...parameters) => {
        record.calls.push({ call: `${name}.${method}`, with: copy(parameters) });
        parameters.filter((parameter) => typeof parameter === 'function').forEach((callback) => callback('ERROR'));
      }
    });
  }
  return widget;
}

// What a browser would run: a script ends at the first end tag, wherever that stands.
function scriptsOf(path) {
  const text = fs.readFileSync(path, 'utf8');
  if (!path.endsWith('.html')) {
    return [text];
  }
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script/gi)].map((match) => match[1]);
  const rest = text.replace(/<script>[\s\S]*?<\/script>/gi, '').trim();
  if (rest !== '') {
    throw new Error(`outside the script: ${rest}`);
  }
  return scripts;
}

// As the snippets' comments ask: JSON with < as \u003c.
function fillIn(text, slots) {
  let filled = text;
  for (const [slot, value] of Object.entries(slots)) {
    const literal = JSON.stringify(value).replaceAll('<', '\\u003c');
    filled = filled.replaceAll(`'${slot}'`, () => literal);
  }
  return filled;
}

const window = {
  Tawk_API: standIn('Tawk_API', ['login', 'setAttributes', 'addEvent', 'addTags', 'removeTags', 'logout', 'start', 'switchWidget']),
  Huggy: standIn('Huggy', ['login', 'logout', 'init']),
  console: { error: (...parts) => record.logged.push(parts.join(' ')) },
  document: {
    createElement: (tag) => ({
      tag,
      setAttribute(name, value) {
        this[name] = value;
      }
    }),
    head: { appendChild: (element) => record.scripts.push(copy({ ...element, setAttribute: undefined })) }
  }
};
window.window = window;
vm.createContext(window);

const [path, slots, then] = process.argv.slice(2);
const before = new Set(Object.keys(window));
for (const script of scriptsOf(path)) {
  vm.runInContext(fillIn(script, JSON.parse(slots)), window);
}
if (typeof window.Tawk_API.onLoad === 'function') {
  window.Tawk_API.onLoad();
}
if (then) {
  vm.runInContext(then, window);
}
record.globals = {};
for (const name of Object.keys(window)) {
  if (!before.has(name) && typeof window[name] !== 'function') {
    record.globals[name] = name === 'Tawk_LoadStart' ? '<date>' : copy(window[name]);
  }
}
record.tawk = copy(window.Tawk_API);
console.log(JSON.stringify(record));
