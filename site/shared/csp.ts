/**
 * Nothing is fetched from another host, and no script runs but the site's own. Only style attributes are allowed inline, not
 * style elements: KaTeX places what it draws by attributes, and pages without a script have no other way to them.
 * A worker from an address would not inherit the policy where a host sends no headers; one from a blob does
 * (confined-worker.ts). WebAssembly may be compiled (the sandbox and the wasm backend are made of it), code in strings may not.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
