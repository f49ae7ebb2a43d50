import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import "./tabs.css";

type TabsProps<K extends string> = {
  readonly label: string;
  readonly tabs: readonly {
    readonly key: K;
    readonly title: string;
    readonly content: ReactNode;
  }[];
  readonly selected?: K;
  readonly onSelect?: (key: K) => void;
};

export const Tabs = <K extends string>({ label, tabs, selected, onSelect }: TabsProps<K>) => (
  <AriaTabs
    className="tabs"
    {...(selected === undefined ? {} : { selectedKey: selected })}
    onSelectionChange={(key) => {
      const chosen = tabs.find((tab) => tab.key === key);
      if (chosen) onSelect?.(chosen.key);
    }}
  >
    <TabList className="tabs-list" aria-label={label}>
      {tabs.map((tab) => (
        <Tab key={tab.key} id={tab.key} className="tabs-tab">
          {tab.title}
        </Tab>
      ))}
    </TabList>
    {tabs.map((tab) => (
      <TabPanel key={tab.key} id={tab.key} className="tabs-panel">
        {tab.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
