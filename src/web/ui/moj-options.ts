/** The options of those MOJ Frontend macros that we use. The package ships no list of them, so they are written by hand. */
import type { ComponentChildren } from 'preact';
import type {
  Attributes,
  ButtonOptions,
  ErrorMessageOptions,
  PaginationOptions as GovukPaginationOptions,
  HintOptions,
  LabelOptions,
} from './govuk-options.js';

interface Common {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

interface Content {
  readonly text?: string | undefined;
  readonly html?: ComponentChildren;
}

export interface AddAnotherOptions extends Common {
  readonly id?: string;
  /** 'Person' gives 'Add another person'. */
  readonly itemLabel?: string;
  readonly addAnotherButtonText?: string;
  readonly removeButtonText?: string;
  readonly layout?: 'block' | 'inline';
  readonly items: readonly {
    readonly fieldset: { readonly legend?: Content & Common; readonly html: ComponentChildren };
  }[];
}

export interface AlertOptions extends Common {
  readonly variant: 'information' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly text?: string;
  readonly html?: ComponentChildren;
  readonly showTitleAsHeading?: boolean;
  readonly headingTag?: 'h2' | 'h3' | 'h4';
  readonly dismissible?: boolean;
  readonly dismissText?: string;
  readonly role?: string;
}

export interface BadgeOptions extends Common, Content {}

export interface ButtonMenuOptions extends Common {
  readonly button?: { readonly text: string; readonly classes?: string };
  readonly alignMenu?: 'left' | 'right';
  readonly items: readonly (Pick<
    ButtonOptions,
    'text' | 'href' | 'name' | 'value' | 'disabled' | 'attributes' | 'classes'
  > & {
    readonly html?: ComponentChildren;
  })[];
}

export interface FilterOptions extends Common {
  readonly heading: Content;
  readonly submit?: { readonly text?: string; readonly attributes?: Attributes };
  readonly selectedFilters?:
    | {
        readonly heading: Content;
        readonly clearLink: { readonly text: string; readonly href: string };
        readonly categories: readonly {
          readonly heading: Content;
          readonly items: readonly { readonly text: string; readonly href: string }[];
        }[];
      }
    | undefined;
  /** The filter's fields: what stands between the component's tags. */
  readonly optionsHtml?: ComponentChildren;
}

export interface IdentityBarOptions extends Common {
  readonly title: Content;
  readonly menus?: readonly ButtonMenuOptions[];
}

export interface InterruptionAction {
  readonly text: string;
  readonly href?: string;
  readonly style?: 'link' | 'button';
  readonly attributes?: Attributes;
}

export interface InterruptionCardOptions {
  readonly heading: string;
  readonly primaryAction: InterruptionAction;
  readonly secondaryAction?: InterruptionAction;
}

export interface MessagesOptions extends Common {
  readonly id?: string;
  readonly label?: string;
  readonly items: readonly {
    readonly id?: string;
    readonly text?: string;
    readonly html?: ComponentChildren;
    readonly type: 'sent' | 'received';
    readonly sender: string;
    /** An instant, ISO 8601. */
    readonly timestamp: string;
  }[];
}

export interface MultiFileUploadOptions extends Common {
  readonly uploadedFiles: {
    readonly heading: Content;
    readonly items: readonly {
      readonly fileName: string;
      readonly originalFileName: string;
      readonly message: Content;
      readonly deleteButton: { readonly text: string };
    }[];
  };
  /** The plain file input: what stands between the component's tags. */
  readonly uploadHtml?: ComponentChildren;
}

export interface NotificationBadgeOptions extends Common {
  readonly text: string;
  readonly visuallyHiddenText?: string;
}

export interface OrganisationSwitcherOptions extends Common, Content {
  readonly id?: string;
  readonly label?: string;
  readonly link?: { readonly text?: string; readonly href: string };
}

export interface PageHeaderActionsOptions extends Common {
  readonly heading: Content & { readonly level?: 1 | 2 | 3; readonly classes?: string };
  readonly items?: readonly Pick<ButtonOptions, 'text' | 'href' | 'classes' | 'attributes'>[];
}

export interface PaginationOptions extends Common {
  readonly items?: readonly (
    | { readonly text: string; readonly href: string; readonly selected?: boolean }
    | { readonly type: 'dots' }
  )[];
  readonly previous?: GovukPaginationOptions['previous'];
  readonly next?: GovukPaginationOptions['next'];
  readonly landmarkLabel?: string;
  readonly results?: { readonly from: number; readonly to: number; readonly count: number; readonly text?: string };
}

export interface ProgressBarOptions extends Common {
  readonly id?: string;
  readonly label?: string;
  readonly items: readonly {
    readonly label: Content & Common;
    readonly complete?: boolean;
    readonly active?: boolean;
  }[];
}

export interface SearchOptions extends Common {
  readonly action: string;
  readonly method?: 'get';
  readonly layout?: 'stacked';
  readonly iconButton?: boolean;
  readonly label: LabelOptions;
  readonly hint?: HintOptions;
  readonly input: {
    readonly id: string;
    readonly name: string;
    readonly value?: string;
    readonly classes?: string;
    readonly errorMessage?: ErrorMessageOptions;
  };
  readonly button: { readonly text: string; readonly classes?: string };
}

interface Step extends Common, Content {
  readonly href: string;
  readonly active?: boolean;
}

export interface SideNavigationOptions extends Common {
  readonly label?: string;
  readonly items?: readonly Step[];
  readonly sections?: readonly {
    readonly heading: Content & { readonly headingLevel?: 2 | 3 | 4; readonly classes?: string };
    readonly items: readonly Step[];
  }[];
}

export interface SubNavigationOptions extends Common {
  readonly label: string;
  readonly items: readonly Step[];
}

export interface TicketPanelOptions extends Common {
  readonly items: readonly (Content & Common)[];
}

export interface TimelineOptions extends Common {
  readonly headingLevel?: 2 | 3 | 4;
  readonly items: readonly (Common & {
    readonly label: Content;
    readonly byline?: Content;
    readonly datetime: {
      readonly timestamp: string;
      readonly type: 'datetime' | 'shortdatetime' | 'date' | 'shortdate' | 'time';
    };
    readonly text?: string;
    readonly html?: ComponentChildren;
  })[];
}
