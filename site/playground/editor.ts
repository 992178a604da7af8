import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascriptLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { element } from '../shared/dom.ts';
import { editorTheme } from './editor-theme.ts';
import type { Remark } from './places.ts';

interface Options {
  changed: (path: string, code: string) => void;
  /** somebody presses the key that tests */
  test: () => void;
}

/** The editor: one file at a time, each with its own history. */
export class Editor {
  readonly host = element('div', { class: 'editor' });
  readonly #view: EditorView;
  readonly #states = new Map<string, EditorState>();
  readonly #options: Options;
  #path = '';

  /** @param style the address of the site's style sheet, which colours code */
  constructor(style: URL, options: Options) {
    this.#options = options;
    // A root of its own: there the editor's rules are constructed sheets, which the page's policy allows; style elements it does not.
    const root = this.host.attachShadow({ mode: 'open' });
    root.append(element('link', { rel: 'stylesheet', href: style.href }));
    this.#view = new EditorView({ root, parent: root, state: this.#newState('', '') });
  }

  /** Shows a file. What it was before can be undone, if it was shown already. */
  open(path: string, code: string): void {
    if (this.#path !== '') this.#states.set(this.#path, this.#view.state);
    const state = this.#states.get(path) ?? this.#newState(path, code);
    this.#path = path;
    this.#view.setState(replaced(state, code));
  }

  /** Forgets the history of files that are no longer there. */
  keepOnly(paths: readonly string[]): void {
    for (const path of this.#states.keys()) if (!paths.includes(path)) this.#states.delete(path);
    if (!paths.includes(this.#path)) this.#path = '';
  }

  /** Marks the lines that a verdict names. */
  mark(remarks: readonly Remark[]): void {
    const { doc } = this.#view.state;
    const found = remarks.filter(({ path, line }) => path === this.#path && line >= 1 && line <= doc.lines);
    const diagnostics = found.map(({ line, severity, text }): Diagnostic => {
      const { from, to, text: written } = doc.line(line);
      return { from: from + (written.length - written.trimStart().length), to, severity, message: text };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Puts the cursor into a line and the focus into the editor. */
  goTo(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    this.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  #newState(path: string, code: string): EditorState {
    return EditorState.create({ doc: code, extensions: this.#extensions(path) });
  }

  #extensions(path: string): Extension[] {
    const test = (): boolean => {
      this.#options.test();
      return true;
    };
    return [
      lineNumbers(),
      lintGutter(),
      history(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      path.endsWith('.ts') ? typescriptLanguage : javascriptLanguage,
      syntaxHighlighting(classHighlighter),
      editorTheme,
      Prec.highest(
        keymap.of([
          { key: 'Mod-Enter', run: test, preventDefault: true },
          { key: 'Mod-s', run: test, preventDefault: true },
        ]),
      ),
      // Escape, then Tab leaves the editor; CodeMirror sees to that.
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
      EditorView.contentAttributes.of({
        'aria-label': `Code of ${path}. To leave the editor press Escape, then Tab.`,
        autocapitalize: 'off',
        // It has the focus in any case; without this axe-core takes a long file for one that no key can scroll.
        tabindex: '0',
      }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) this.#options.changed(this.#path, state.doc.toString());
      }),
    ];
  }
}

/** The state with another text, as a change that can be undone. */
function replaced(state: EditorState, code: string): EditorState {
  if (state.doc.toString() === code) return state;
  return state.update({ changes: { from: 0, to: state.doc.length, insert: code } }).state;
}
