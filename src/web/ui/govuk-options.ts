// Generated from govuk-frontend's macro-options.json by generate-govuk-options.ts. Not edited by hand.
import type { ComponentChildren } from 'preact';

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface AccordionOptions {
  readonly id: string;
  readonly headingLevel?: number | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly rememberExpanded?: boolean | undefined;
  readonly hideAllSectionsText?: string | undefined;
  readonly hideSectionText?: string | undefined;
  readonly hideSectionAriaLabelText?: string | undefined;
  readonly showAllSectionsText?: string | undefined;
  readonly showSectionText?: string | undefined;
  readonly showSectionAriaLabelText?: string | undefined;
  readonly items: readonly (
    | {
        readonly heading: {
          readonly text?: string | undefined;
          readonly html?: ComponentChildren | undefined;
        };
        readonly summary?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly content: {
          readonly text?: string | undefined;
          readonly html?: ComponentChildren | undefined;
        };
        readonly expanded?: boolean | undefined;
      }
    | false
    | null
  )[];
}

export interface BackLinkOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly href: string;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface BreadcrumbsOptions {
  readonly items: readonly (
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly href?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | false
    | null
  )[];
  readonly classes?: string | undefined;
  readonly collapseOnMobile?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
  readonly labelText?: string | undefined;
}

export interface ButtonOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  readonly isStartButton?: boolean | undefined;
  readonly id?: string | undefined;
}

export interface CharacterCountOptions {
  readonly id?: string | undefined;
  readonly name: string;
  readonly rows?: string | number | undefined;
  readonly value?: string | number | undefined;
  readonly maxlength?: string | number | undefined;
  readonly maxwords?: string | number | undefined;
  readonly threshold?: string | number | undefined;
  readonly countType?: string | undefined;
  readonly label: LabelOptions;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly countMessage?:
    | {
        readonly classes?: string | undefined;
      }
    | undefined;
  readonly textareaDescriptionText?: string | undefined;
  readonly charactersUnderLimitText?: Record<string, unknown> | undefined;
  readonly charactersAtLimitText?: string | undefined;
  readonly charactersOverLimitText?: Record<string, unknown> | undefined;
  readonly wordsUnderLimitText?: Record<string, unknown> | undefined;
  readonly wordsAtLimitText?: string | undefined;
  readonly wordsOverLimitText?: Record<string, unknown> | undefined;
}

export interface CheckboxesOptions {
  readonly describedBy?: string | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInputs?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInputs?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly idPrefix?: string | undefined;
  readonly name: string;
  readonly items: readonly (
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly id?: string | undefined;
        readonly name?: string | undefined;
        readonly value?: string | number | undefined;
        readonly label?: LabelOptions | undefined;
        readonly hint?: HintOptions | undefined;
        readonly divider?: string | undefined;
        readonly checked?: boolean | undefined;
        readonly conditional?:
          | {
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly behaviour?: string | undefined;
        readonly disabled?: boolean | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | false
    | null
  )[];
  readonly values?: readonly string[] | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface CookieBannerOptions {
  readonly ariaLabel?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly messages: readonly (
    | {
        readonly headingText?: string | undefined;
        readonly headingHtml?: ComponentChildren | undefined;
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly actions?:
          | readonly (
              | {
                  readonly text?: string | undefined;
                  readonly type?: string | undefined;
                  readonly href?: string | undefined;
                  readonly name?: string | undefined;
                  readonly value?: string | number | undefined;
                  readonly classes?: string | undefined;
                  readonly attributes?: Attributes | undefined;
                }
              | false
              | null
            )[]
          | undefined;
        readonly hidden?: boolean | undefined;
        readonly role?: string | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | false
    | null
  )[];
}

export interface DateInputOptions {
  readonly id: string;
  readonly namePrefix?: string | undefined;
  readonly items?:
    | readonly (
        | {
            readonly id?: string | undefined;
            readonly name: string;
            readonly label?: string | undefined;
            readonly value?: string | number | undefined;
            readonly error?: boolean | undefined;
            readonly autocomplete?: string | undefined;
            readonly pattern?: string | undefined;
            readonly classes?: string | undefined;
            readonly attributes?: Attributes | undefined;
          }
        | false
        | null
      )[]
    | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInputs?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInputs?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  readonly day?: Record<string, unknown> | undefined;
  readonly month?: Record<string, unknown> | undefined;
  readonly year?: Record<string, unknown> | undefined;
  readonly values?:
    | {
        readonly day?: string | undefined;
        readonly month?: string | undefined;
        readonly year?: string | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface DetailsOptions {
  readonly summaryText?: string | undefined;
  readonly summaryHtml?: ComponentChildren | undefined;
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ErrorMessageOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly visuallyHiddenText?: string | undefined;
}

export interface ErrorSummaryOptions {
  readonly titleText?: string | undefined;
  readonly titleHtml?: ComponentChildren | undefined;
  readonly descriptionText?: string | undefined;
  readonly descriptionHtml?: ComponentChildren | undefined;
  readonly errorList?:
    | readonly (
        | {
            readonly href?: string | undefined;
            readonly text?: string | undefined;
            readonly html?: ComponentChildren | undefined;
            readonly attributes?: Attributes | undefined;
          }
        | false
        | null
      )[]
    | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ExitThisPageOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly redirectUrl?: string | undefined;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly activatedText?: string | undefined;
  readonly timedOutText?: string | undefined;
  readonly pressTwoMoreTimesText?: string | undefined;
  readonly pressOneMoreTimeText?: string | undefined;
}

export interface FeedbackOptions {
  readonly titleText?: string | undefined;
  readonly titleHtml?: ComponentChildren | undefined;
  readonly headingLevel?: number | undefined;
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface FieldsetOptions {
  readonly describedBy?: string | undefined;
  readonly legend?:
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly classes?: string | undefined;
        readonly isPageHeading?: boolean | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly role?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly html?: ComponentChildren | undefined;
}

export interface FileUploadOptions {
  readonly name: string;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly multiple?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label: LabelOptions;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly javascript?: boolean | undefined;
  readonly chooseFilesButtonText?: string | undefined;
  readonly dropInstructionText?: string | undefined;
  readonly multipleFilesChosenText?: Record<string, unknown> | undefined;
  readonly noFileChosenText?: string | undefined;
  readonly enteredDropZoneText?: string | undefined;
  readonly leftDropZoneText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly wrapperClasses?: string | undefined;
  readonly wrapperAttributes?: Record<string, unknown> | undefined;
}

export interface FooterOptions {
  readonly meta?:
    | {
        readonly visuallyHiddenTitle?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly text?: string | undefined;
        readonly items?:
          | readonly (
              | {
                  readonly text?: string | undefined;
                  readonly href: string;
                  readonly attributes?: Attributes | undefined;
                }
              | false
              | null
            )[]
          | undefined;
      }
    | undefined;
  readonly navigation?:
    | readonly (
        | {
            readonly title: string;
            readonly columns?: number | undefined;
            readonly width?: string | undefined;
            readonly items?:
              | readonly (
                  | {
                      readonly text?: string | undefined;
                      readonly href: string;
                      readonly attributes?: Attributes | undefined;
                    }
                  | false
                  | null
                )[]
              | undefined;
          }
        | false
        | null
      )[]
    | undefined;
  readonly contentLicence?:
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
      }
    | undefined;
  readonly copyright?:
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
      }
    | undefined;
  readonly containerClasses?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface GenericHeaderOptions {
  readonly url?: string | undefined;
  readonly logoText?: string | undefined;
  readonly logoHtml?: ComponentChildren | undefined;
  readonly containerClasses?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface HeaderOptions {
  readonly homepageUrl?: string | undefined;
  readonly productName?: string | undefined;
  readonly containerClasses?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface HintOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface InputOptions {
  readonly id?: string | undefined;
  readonly name: string;
  readonly type?: string | undefined;
  readonly inputmode?: string | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label: LabelOptions;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly prefix?:
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
  readonly suffix?:
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocapitalize?: string | undefined;
  readonly inputWrapper?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface InsetTextOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface LabelOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly for?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface LanguageNavigationOptions {
  readonly items: readonly (
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly lang: string;
        readonly hrefLang?: string | undefined;
        readonly dir?: string | undefined;
        readonly href?: string | undefined;
        readonly current?: boolean | undefined;
        readonly languageDescriptionText?: string | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | false
    | null
  )[];
  readonly ariaLabel?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface NotificationBannerOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly titleText?: string | undefined;
  readonly titleHtml?: ComponentChildren | undefined;
  readonly titleHeadingLevel?: string | undefined;
  readonly type?: string | undefined;
  readonly role?: string | undefined;
  readonly titleId?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PaginationOptions {
  readonly items?:
    | readonly (
        | {
            readonly number?: string | undefined;
            readonly visuallyHiddenText?: string | undefined;
            readonly href?: string | undefined;
            readonly current?: boolean | undefined;
            readonly ellipsis?: boolean | undefined;
            readonly attributes?: Attributes | undefined;
          }
        | false
        | null
      )[]
    | undefined;
  readonly previous?:
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly labelText?: string | undefined;
        readonly href: string;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
  readonly next?:
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly labelText?: string | undefined;
        readonly href: string;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
  readonly landmarkLabel?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PanelOptions {
  readonly titleText?: string | undefined;
  readonly titleHtml?: ComponentChildren | undefined;
  readonly headingLevel?: number | undefined;
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly actions?:
    | {
        readonly items?:
          | readonly (
              | {
                  readonly text?: string | undefined;
                  readonly type?: string | undefined;
                  readonly href?: string | undefined;
                  readonly classes?: string | undefined;
                  readonly attributes?: Attributes | undefined;
                }
              | false
              | null
            )[]
          | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
}

export interface PasswordInputOptions {
  readonly id?: string | undefined;
  readonly name: string;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label: LabelOptions;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly showPasswordText?: string | undefined;
  readonly hidePasswordText?: string | undefined;
  readonly showPasswordAriaLabelText?: string | undefined;
  readonly hidePasswordAriaLabelText?: string | undefined;
  readonly passwordShownAnnouncementText?: string | undefined;
  readonly passwordHiddenAnnouncementText?: string | undefined;
  readonly button?:
    | {
        readonly classes?: string | undefined;
      }
    | undefined;
}

export interface PhaseBannerOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly tag: TagOptions;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface RadiosOptions {
  readonly fieldset?: FieldsetOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInputs?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInputs?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly idPrefix?: string | undefined;
  readonly name: string;
  readonly items: readonly (
    | {
        readonly text?: string | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly id?: string | undefined;
        readonly value?: string | number | undefined;
        readonly label?: LabelOptions | undefined;
        readonly hint?: HintOptions | undefined;
        readonly divider?: string | undefined;
        readonly checked?: boolean | undefined;
        readonly conditional?:
          | {
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly disabled?: boolean | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | false
    | null
  )[];
  readonly value?: string | number | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SelectOptions {
  readonly id?: string | undefined;
  readonly name: string;
  readonly items: readonly (
    | {
        readonly value?: string | number | undefined;
        readonly text?: string | undefined;
        readonly selected?: boolean | undefined;
        readonly disabled?: boolean | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | false
    | null
  )[];
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label: LabelOptions;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ServiceNavigationOptions {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly ariaLabel?: string | undefined;
  readonly menuButtonText?: string | undefined;
  readonly menuButtonLabel?: string | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationClasses?: string | undefined;
  readonly collapseNavigationOnMobile?: boolean | undefined;
  readonly serviceName?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly navigation: readonly (
    | {
        readonly current?: boolean | undefined;
        readonly active?: boolean | undefined;
        readonly html?: ComponentChildren | undefined;
        readonly text?: string | undefined;
        readonly href?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | false
    | null
  )[];
  readonly slots?:
    | {
        readonly start?: ComponentChildren | undefined;
        readonly end?: ComponentChildren | undefined;
        readonly navigationStart?: ComponentChildren | undefined;
        readonly navigationEnd?: ComponentChildren | undefined;
      }
    | undefined;
}

export interface SkipLinkOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SummaryListOptions {
  readonly rows: readonly (
    | {
        readonly classes?: string | undefined;
        readonly key: {
          readonly text?: string | undefined;
          readonly html?: ComponentChildren | undefined;
          readonly classes?: string | undefined;
        };
        readonly value: {
          readonly text?: string | undefined;
          readonly html?: ComponentChildren | undefined;
          readonly classes?: string | undefined;
        };
        readonly actions?:
          | {
              readonly items?:
                | readonly (
                    | {
                        readonly href: string;
                        readonly text?: string | undefined;
                        readonly html?: ComponentChildren | undefined;
                        readonly visuallyHiddenText?: string | undefined;
                        readonly classes?: string | undefined;
                        readonly attributes?: Attributes | undefined;
                      }
                    | false
                    | null
                  )[]
                | undefined;
              readonly classes?: string | undefined;
            }
          | undefined;
      }
    | false
    | null
  )[];
  readonly card?:
    | {
        readonly title?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
              readonly headingLevel?: number | undefined;
              readonly classes?: string | undefined;
            }
          | undefined;
        readonly actions?:
          | {
              readonly items?:
                | readonly (
                    | {
                        readonly href: string;
                        readonly text?: string | undefined;
                        readonly html?: ComponentChildren | undefined;
                        readonly visuallyHiddenText?: string | undefined;
                        readonly classes?: string | undefined;
                        readonly attributes?: Attributes | undefined;
                      }
                    | false
                    | null
                  )[]
                | undefined;
              readonly classes?: string | undefined;
            }
          | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TableOptions {
  readonly rows: readonly (readonly {
    readonly text?: string | undefined;
    readonly html?: ComponentChildren | undefined;
    readonly format?: string | undefined;
    readonly classes?: string | undefined;
    readonly colspan?: number | undefined;
    readonly rowspan?: number | undefined;
    readonly attributes?: Attributes | undefined;
  }[])[];
  readonly head?:
    | readonly (
        | {
            readonly text?: string | undefined;
            readonly html?: ComponentChildren | undefined;
            readonly format?: string | undefined;
            readonly classes?: string | undefined;
            readonly colspan?: number | undefined;
            readonly rowspan?: number | undefined;
            readonly attributes?: Attributes | undefined;
          }
        | false
        | null
      )[]
    | undefined;
  readonly caption?: string | undefined;
  readonly captionClasses?: string | undefined;
  readonly firstCellIsHeader?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TabsOptions {
  readonly id?: string | undefined;
  readonly idPrefix?: string | undefined;
  readonly title?: string | undefined;
  readonly items: readonly (
    | {
        readonly id: string;
        readonly label: string;
        readonly attributes?: Attributes | undefined;
        readonly panel: {
          readonly text?: string | undefined;
          readonly html?: ComponentChildren | undefined;
          readonly attributes?: Attributes | undefined;
        };
      }
    | false
    | null
  )[];
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TagOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TaskListOptions {
  readonly items: readonly (
    | {
        readonly title: {
          readonly text?: string | undefined;
          readonly html?: ComponentChildren | undefined;
          readonly classes?: string | undefined;
        };
        readonly hint?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly status: {
          readonly tag?: TagOptions | undefined;
          readonly text?: string | undefined;
          readonly html?: ComponentChildren | undefined;
          readonly classes?: string | undefined;
        };
        readonly href?: string | undefined;
        readonly classes?: string | undefined;
      }
    | false
    | null
  )[];
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly idPrefix?: string | undefined;
}

export interface TextareaOptions {
  readonly id?: string | undefined;
  readonly name: string;
  readonly spellcheck?: boolean | undefined;
  readonly rows?: string | number | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label: LabelOptions;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?:
    | {
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
        readonly beforeInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
        readonly afterInput?:
          | {
              readonly text?: string | undefined;
              readonly html?: ComponentChildren | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface WarningTextOptions {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren | undefined;
  readonly iconFallbackText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}
