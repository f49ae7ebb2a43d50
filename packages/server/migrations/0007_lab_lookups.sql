-- What others did in a lab is counted for its debrief, and compared with what is passed next.
create index lab_member_by_lab on lab_member (lab);
create index lab_workspace_by_lab on lab_workspace (lab);
