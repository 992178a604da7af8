import { html } from '../../grader/report/html/escape.ts';
import type { Page } from '../pages/frame.ts';

/** The page of the playground; its script fills it. */
export const playgroundPage: Page = {
  title: 'Playground',
  path: 'playground.html',
  description: 'Write a formula in the page and have it judged as by the command line.',
  main: html`<div id="playground"><h1>Playground</h1>
<noscript><p>The playground is a program that runs in the page, and scripts are switched off. <code>npx backproof check</code> does the same in a terminal.</p></noscript></div>`,
  scripts: ['playground'],
  keepsSite: true,
  fonts: ['Main-Regular', 'Math-Italic'],
};
