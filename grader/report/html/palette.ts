import type { ExerciseStatus } from '../../record/record.ts';

/** Text on a tinted chip, and the bar that counts it. */
export interface StatusColours {
  ink: string;
  fill: string;
  bar: string;
}

export interface Scheme {
  paper: string;
  panel: string;
  ink: string;
  soft: string;
  line: string;
  accent: string;
  statuses: Readonly<Record<ExerciseStatus, StatusColours>>;
}

export const LIGHT: Scheme = {
  paper: '#fbfaf8',
  panel: '#ffffff',
  ink: '#1f2328',
  soft: '#5b626b',
  line: '#dfdcd6',
  accent: '#1c5d99',
  statuses: {
    correct: { ink: '#14532d', fill: '#dff3e4', bar: '#2f8f55' },
    unstable: { ink: '#6b4300', fill: '#fcefcf', bar: '#b7791f' },
    disputed: { ink: '#4c2a85', fill: '#ece4fb', bar: '#7c4dcc' },
    wrong: { ink: '#8a1620', fill: '#fde4e4', bar: '#cc3340' },
    error: { ink: '#832057', fill: '#fbe3f0', bar: '#b83280' },
    timeout: { ink: '#164e63', fill: '#dcf0f6', bar: '#1f7a99' },
    memory: { ink: '#3730a3', fill: '#e5e6fc', bar: '#5a5fd6' },
    missing: { ink: '#454b54', fill: '#ebebe9', bar: '#7d848d' },
  },
};

export const DARK: Scheme = {
  paper: '#16181c',
  panel: '#1e2126',
  ink: '#e6e7e9',
  soft: '#a3a9b2',
  line: '#363a42',
  accent: '#82b8ee',
  statuses: {
    correct: { ink: '#a6e3b8', fill: '#173524', bar: '#3fa569' },
    unstable: { ink: '#f3d08a', fill: '#3a2d10', bar: '#cf9433' },
    disputed: { ink: '#d3bdfb', fill: '#30244a', bar: '#9a72e4' },
    wrong: { ink: '#ffb4b4', fill: '#451d21', bar: '#e25560' },
    error: { ink: '#f6b3d6', fill: '#421c32', bar: '#d45a9f' },
    timeout: { ink: '#a5dcec', fill: '#14343f', bar: '#3a9bbb' },
    memory: { ink: '#c3c6ff', fill: '#282a52', bar: '#7f84ee' },
    missing: { ink: '#c3c8cf', fill: '#2d3138', bar: '#868d97' },
  },
};
