import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useShell } from "./shell-styles";

export interface ChoiceMenuProps {
  readonly label?: string;
  /** What the button shows. */
  readonly shown: ReactNode;
  readonly chosen: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}

/** One of several, chosen from a button. */
export function ChoiceMenu({ label, shown, chosen, choices, onChoose }: ChoiceMenuProps) {
  const s = useShell();
  return (
    <Menu
      checkedValues={{ choice: [chosen] }}
      onCheckedValueChange={(_, { checkedItems: [value] }) => value !== undefined && onChoose(value)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="transparent"
          className={s.table}
          {...(label === undefined ? {} : { "aria-label": label })}
        >
          <span className={s.cut}>{shown}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ value, text }) => (
            <MenuItemRadio key={value} name="choice" value={value}>
              {text}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

export interface MoreMenuProps {
  readonly label: string;
  readonly items: readonly { readonly key: string; readonly text: string; readonly onPress: () => void }[];
}

/** ⋯ with what is not needed all the time. */
export function MoreMenu({ label, items }: MoreMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<MoreHorizontal20Regular />} aria-label={label} title={label} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.map(({ key, text, onPress }) => (
            <MenuItem key={key} onClick={onPress}>
              {text}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
