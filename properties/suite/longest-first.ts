import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { entryPaths, nameOf } from '../entry/entries.ts';
import { asksForAllTests } from './asked-formulas.ts';
import { longestFirst, readTimes } from './run-times.ts';

/**
 * vitest's order is by name of the project, which leaves the longest file for the end. Of the files that are made for one
 * formula `-t softmax` runs every test, whatever its title.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const fileOf = ({ project, moduleId }: TestSpecification): { project: string; path: string } => ({
      project: project.name,
      path: relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'),
    });
    const pattern = this.ctx.getGlobalTestNamePattern()?.source ?? '';
    const isWhole = asksForAllTests(pattern, entryPaths().map(nameOf));
    for (const file of files) {
      const { project, path } = fileOf(file);
      const isOwn = isWhole && project === 'reference' && !path.startsWith('properties/suite/');
      // In its place: vitest has noted more about this very object.
      if (isOwn) Object.assign(file, { testNamePattern: /^/ });
    }
    return longestFirst(files, fileOf, readTimes(), entryPaths().length);
  }
}
