import type { LabSubmission } from "@checkride/api/lab-oversight";
import { useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Loading } from "../../../design/loading.tsx";
import { Notice } from "../../../design/notice.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { Select } from "../../../design/select.tsx";
import { TextArea } from "../../../design/text-area.tsx";
import { useAct, useQueryAnswer } from "../../../shell/query.ts";
import { findingText, modulesToTag } from "./finding-words.ts";
import "./oversight.css";

type FindingFormProps = Pick<LabSubmission, "lab">;

const textMin = 20;
const textMax = 1500;

type PlaceProps = {
  readonly modules: ReturnType<typeof modulesToTag>;
  readonly lab: LabSubmission["lab"];
};

/** The lessons of a module; null: they are on their way. */
const useLessons = (module: string) => {
  const found = useQueryAnswer("GET /api/modules/{module}", { params: { module } });
  return found.value?.lessons ?? null;
};

const Finding = ({ modules, lab }: PlaceProps) => {
  const [module, setModule] = useState(modules[0]?.id ?? "");
  const [chosen, setLesson] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [hasTried, setTried] = useState(false);
  const lessons = useLessons(module) ?? [];
  const { act, isPending, problem, value } = useAct("POST /api/feedback", ["GET /api/feedback"]);
  const lesson = (lessons.find(({ id }) => id === chosen) ?? lessons[0])?.id;
  const isShort = text.trim().length < textMin;
  const send = async () => {
    setTried(true);
    if (isShort || lesson === undefined || isPending) return;
    await act({ body: { lesson, kind: "idea", text: findingText(lab.title, text) } });
  };
  if (value) {
    return (
      <Notice tone="good" isLive title={`It lies with “${value.lessonTitle}” now.`}>
        Whoever answers for its module sees it; what becomes of it you find among your feedback.
      </Notice>
    );
  }
  return (
    <div className="stack review-form-roomy">
      <Select
        label="Module"
        value={module}
        options={modules.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setModule}
      />
      <Select
        label="Lesson"
        value={lesson ?? ""}
        options={lessons.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setLesson}
        isDisabled={lessons.length === 0}
      />
      <TextArea
        label="What it should say, or say otherwise"
        description="Without a name and without what only this team may know: it is read by those who write lessons."
        value={text}
        onChange={setText}
        rows={3}
        maxLength={textMax}
        error={hasTried && isShort ? `Write at least ${textMin} letters.` : null}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="row">
        <Button isPending={isPending} onPress={() => void send()}>
          Tag this module
        </Button>
      </div>
    </div>
  );
};

/** One finding that should change what is taught: it lands among the feedback on that module. */
export const FindingForm = ({ lab }: FindingFormProps) => {
  const labs = useQueryAnswer("GET /api/labs", {});
  if (labs.problem) return <ProblemNote problem={labs.problem} onRetry={labs.retry} />;
  if (!labs.value) return <Loading what="the modules" lines={2} />;
  return <Finding lab={lab} modules={modulesToTag(labs.value.labs, lab.id)} />;
};
