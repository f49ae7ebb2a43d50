import type { Details, Part } from "./change-parts.ts";

export const agentParts = ({ thing, Thing, host }: Details): readonly Part[] => [
  `
+package agent;
+
+import java.net.URI;
+import java.net.http.HttpClient;
+import java.net.http.HttpClient.Redirect;
+import java.net.http.HttpRequest;
+import java.time.Duration;
+import java.util.Set;
+
+/** What the model may call. Each tool works for the person whose run it is, and for nobody else. */
+class AgentTools {
+  private static final Set<String> PARTNERS = Set.of("rail.${host}", "hotels.${host}");
+  private static final int PAGE_CHARS_MAX = 20_000;
+
+  private final HttpClient http =
+      HttpClient.newBuilder()
+          .followRedirects(Redirect.NEVER)
+          .connectTimeout(Duration.ofSeconds(2))
+          .build();
+  private final ${Thing}Store store;
+
+  AgentTools(${Thing}Store store) {
+    this.store = store;
+  }
+
+  String move(Run run, long ${thing}, String day) {
+    var found = store.find(${thing}).filter(one -> one.isOf(run.person()));
+    if (found.isEmpty()) return "There is no such ${thing}.";
+    return store.move(found.get(), day) ? "Moved." : "Not free.";
+  }
+
`,
  {
    id: "request",
    problems: ["ssrf", "model"],
    attack:
      "The model chooses the address. A text that it has read lets it fetch what only our servers can reach, and the answer goes back into the conversation.",
    sound: `
+  /** Reads an offer of a partner. */
+  String readOffer(Run run, String link) throws Exception {
+    var address = URI.create(link);
+    if (!"https".equals(address.getScheme()) || !PARTNERS.contains(address.getAuthority())) return "";
+    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(4)).build();
+    return http.send(request, FirstChars.of(PAGE_CHARS_MAX)).body();
+  }
`,
    weak: `
+  /** Reads an offer of a partner. */
+  String readOffer(Run run, String link) throws Exception {
+    var address = URI.create(link);
+    if (!"https".equals(address.getScheme()) || address.getAuthority() == null) return "";
+    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(4)).build();
+    return http.send(request, FirstChars.of(PAGE_CHARS_MAX)).body();
+  }
`,
  },
  `
+}
`,
];

export const webhookParts = ({ seconds }: Details): readonly Part[] => [
  `
+package agent;
+
+import java.security.MessageDigest;
+import java.util.HexFormat;
+import javax.crypto.Mac;
+import javax.crypto.spec.SecretKeySpec;
+import org.springframework.beans.factory.annotation.Value;
+import org.springframework.http.ResponseEntity;
+import org.springframework.web.bind.annotation.*;
+
+/** The provider tells us that a run of ${seconds} s or more is finished. */
+@RestController
+class ProviderWebhook {
+  private final SecretKeySpec key;
+  private final Runs runs;
+
+  ProviderWebhook(@Value("\${agent.webhook-secret}") String secret, Runs runs) {
+    this.key = new SecretKeySpec(secret.getBytes(), "HmacSHA256");
+    this.runs = runs;
+  }
+
`,
  {
    id: "signature",
    problems: ["check", "open"],
    attack:
      "A message without a signature is taken for a signed one. Whoever knows the address finishes runs with an answer of their own.",
    sound: `
+  @PostMapping("/webhooks/provider")
+  ResponseEntity<Void> finished(
+      @RequestHeader(name = "X-Signature", required = false) String signature,
+      @RequestBody byte[] body) throws Exception {
+    if (signature == null || !isSigned(body, signature)) return ResponseEntity.status(401).build();
+    runs.finish(ProviderMessage.read(body));
+    return ResponseEntity.noContent().build();
+  }
`,
    weak: `
+  @PostMapping("/webhooks/provider")
+  ResponseEntity<Void> finished(
+      @RequestHeader(name = "X-Signature", required = false) String signature,
+      @RequestBody byte[] body) throws Exception {
+    if (signature != null && !isSigned(body, signature)) return ResponseEntity.status(401).build();
+    runs.finish(ProviderMessage.read(body));
+    return ResponseEntity.noContent().build();
+  }
`,
  },
  `
+
`,
  {
    odd: "header",
    fine: "An exception here means that the signature is no hexadecimal text, and then the answer is no. It closes, it does not open.",
    text: `
+  private boolean isSigned(byte[] body, String signature) throws Exception {
+    var mac = Mac.getInstance("HmacSHA256");
+    mac.init(key);
+    try {
+      return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature));
+    } catch (IllegalArgumentException notHex) {
+      return false;
+    }
+  }
`,
  },
  `
+}
`,
];
