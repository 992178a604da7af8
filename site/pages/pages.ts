import { aboutPage } from './about.ts';
import { divergencesPage } from './divergences.ts';
import { errataPage } from './errata.ts';
import type { Facts } from './facts.ts';
import { formulaPage } from './formula/page.ts';
import type { Page } from './frame.ts';
import { hintsPage } from './hints.ts';
import { homePage } from './home.ts';
import { lecturePage, lecturesPage } from './lecture.ts';
import { accuracyPage, speedPage } from './measured.ts';

/** Every page of the site but those that are programs. */
export function pagesOf(facts: Facts): Page[] {
  const formulas = facts.lectures.flatMap((lecture) => lecture.formulas);
  return [
    homePage(facts),
    lecturesPage(facts),
    ...facts.lectures.map((lecture) => lecturePage(lecture, facts)),
    ...formulas.map((formula, n) =>
      formulaPage(formula, facts.bench, { previous: formulas[n - 1] ?? null, next: formulas[n + 1] ?? null }),
    ),
    errataPage(facts),
    divergencesPage(facts),
    hintsPage(facts),
    accuracyPage(facts),
    speedPage(facts),
    aboutPage(facts),
  ];
}
