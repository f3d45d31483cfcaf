export type ThemeName = 'light' | 'dark'

/** Colours of a picture. The series colours keep apart for common colour blindness (Okabe and Ito, 2008) on both grounds. */
export interface Theme {
  ground: string
  text: string
  quiet: string
  line: string
  stripe: string
  series: string[]
}

export const themes: Record<ThemeName, Theme> = {
  light: {
    ground: '#ffffff',
    text: '#1b1f24',
    quiet: '#59636e',
    line: '#d1d9e0',
    stripe: '#f3f5f7',
    series: ['#0072b2', '#d55e00', '#009e73', '#8a5a9e', '#b58900'],
  },
  dark: {
    ground: '#1b1d21',
    text: '#f0f2f4',
    quiet: '#a6aeb8',
    line: '#3a3f46',
    stripe: '#23262b',
    series: ['#56b4e9', '#f0894a', '#2fc79a', '#cc99dd', '#f0d264'],
  },
}
